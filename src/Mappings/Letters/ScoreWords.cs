using Hub.Core.Content;
using Hub.Mappings.Fhir;

namespace Hub.Mappings.Letters;

/// <summary>A score of a form in words: the number, its scale, what the source reads from it and where the cut-offs are.</summary>
internal static class ScoreWords
{
    /// <summary>The score after its name: <c>12 av 27, moderat. Grenser: gul 10 til 14 poeng (moderat)</c>.</summary>
    public static string Of(FormScore score) =>
        $"{FhirWords.Number(score.Value)}{Scale(score)}{(score.Interpretation is { } reading ? $", {ConceptWords.Of(reading)}" : "")}{(Values.Limits(score.Thresholds) is { } limits ? $". Grenser: {limits}" : "")}";

    /// <summary>The name of the score; that of its kind where the source gave none.</summary>
    public static string Name(FormScore score) => FhirWords.Text(score.Name) ?? (score.What == MeasurementKind.Other ? "Skår" : Values.Kind(score.What));

    // A scale that begins at nought is what everybody expects.
    private static string Scale(FormScore score) => (score.Minimum, score.Maximum) switch
    {
        (null or 0, { } most) => $" av {FhirWords.Number(most)}",
        ({ } least, { } most) => $" (skala {FhirWords.Number(least)} til {FhirWords.Number(most)})",
        ({ } least and not 0, null) => $" (laveste mulige {FhirWords.Number(least)})",
        _ => "",
    };
}
