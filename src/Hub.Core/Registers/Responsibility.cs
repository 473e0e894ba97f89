namespace Hub.Core.Registers;

/// <summary>Who follows a patient up. Kept as <see cref="Storage.RecordKinds.Responsibility"/>, a version for each change.</summary>
/// <param name="Party">Name of the responsible party of the tenant file; <see cref="Self"/> for the tenant's own organisation.</param>
/// <param name="Since">From when.</param>
public sealed record Responsibility(string Party, DateTimeOffset Since)
{
    /// <summary>The tenant's own organisation.</summary>
    public const string Self = "self";

    /// <summary>Who is responsible at a moment.</summary>
    /// <param name="now">The moment.</param>
    /// <returns>Name of the party.</returns>
    public string At(DateTimeOffset now) => now >= Since ? Party : Before ?? Self;

    /// <summary>Who was responsible before; null when nobody was registered.</summary>
    public string? Before { get; init; }

    /// <summary>The handover that moved it; null when it was set by hand.</summary>
    public string? Handover { get; init; }
}
