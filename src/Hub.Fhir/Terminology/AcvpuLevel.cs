using Hub.Fhir.Model;

namespace Hub.Fhir.Terminology;

/// <summary>A level of consciousness on the ACVPU scale. No code for the levels was found in the sources, so they are sent as text.</summary>
/// <param name="Letter">A, C, V, P or U.</param>
/// <param name="Display">Norwegian text.</param>
public sealed record AcvpuLevel(string Letter, string Display)
{
    /// <summary>The levels from best to worst; a new confusion (C) counts as much as V, P and U in NEWS2.</summary>
    public static IReadOnlyList<AcvpuLevel> All { get; } =
    [
        new("A", "Våken"), new("C", "Nyoppstått forvirring"), new("V", "Reagerer på tiltale"), new("P", "Reagerer på smerte"),
        new("U", "Reagerer ikke"),
    ];

    /// <summary>The level of a letter, in either case; null when there is none.</summary>
    /// <param name="letter">The letter, or null.</param>
    public static AcvpuLevel? Find(string? letter) => All.FirstOrDefault(level => level.Letter.Equals(letter, StringComparison.OrdinalIgnoreCase));

    /// <summary>The level as the value of an Observation.</summary>
    public CodeableConcept ToConcept() => new() { Text = $"{Letter} - {Display}" };
}
