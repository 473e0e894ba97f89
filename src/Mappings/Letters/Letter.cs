using Hub.Core.Content;

namespace Hub.Mappings.Letters;

/// <summary>A content in Norwegian words, before it is laid out in the form of a receiver.</summary>
/// <param name="Subject">What it is, in a few words.</param>
/// <param name="Time">When it was so.</param>
/// <param name="Sections">Headed texts, in order.</param>
public sealed record Letter(string Subject, ClinicalTime Time, IReadOnlyList<LetterSection> Sections)
{
    /// <summary>Who is responsible for what it says, null when the source named nobody.</summary>
    public Party? Author { get; init; }

    /// <summary>Services of the patient (Volven 9151).</summary>
    public IReadOnlyList<Coding> Services { get; init; } = [];

    /// <summary>Conditions that are named with codes.</summary>
    public IReadOnlyList<Concept> Conditions { get; init; } = [];

    /// <summary>The plan that goes along as a file, null when there is none.</summary>
    public SelfTreatmentPlan? Plan { get; init; }
}
