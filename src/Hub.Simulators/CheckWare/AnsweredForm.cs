using Hub.Simulators.Dignio;

namespace Hub.Simulators.CheckWare;

/// <summary>A delivery of a CheckWare-like system.</summary>
/// <param name="DeliveryId">The system's id.</param>
/// <param name="Person">Who answered.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="CompletedAt">When it was answered.</param>
/// <param name="Answers">Points of each question.</param>
public sealed record AnsweredForm(string DeliveryId, SyntheticPerson Person, string Form, DateTimeOffset CompletedAt, IReadOnlyList<int> Answers)
{
    /// <summary>completed (default), amended or withdrawn.</summary>
    public string Event { get; init; } = "completed";

    /// <summary>The delivery that this one replaces, null for none.</summary>
    public string? Replaces { get; init; }

    /// <summary>The assessment that both belong to.</summary>
    public string AssessmentId { get; init; } = $"a-{DeliveryId}";

    /// <summary>What the person wrote, null for nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>Traffic light of the system, null for none.</summary>
    public string? Alert { get; init; }
}
