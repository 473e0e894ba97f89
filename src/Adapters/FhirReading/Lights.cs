using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Coding = Hub.Fhir.Model.Coding;

namespace Hub.Adapters.FhirReading;

/// <summary>The traffic light behind interpretation codes, VKP triage colours, severity and colour words. The codes themselves are carried as they came.</summary>
internal static class Lights
{
    public static Triage Of(IReadOnlyList<CodeableConcept> concepts)
    {
        var gravest = Triage.None;
        foreach (var coding in concepts.SelectMany(c => c.Coding))
            gravest = Graver(gravest, Of(coding));
        return gravest;
    }

    public static Triage Of(CodeableConcept? concept) => concept is null ? Triage.None : Of([concept]);

    public static Triage OfSeverity(string? severity) => severity switch
    {
        DetectedIssueSeverity.High => Triage.Red,
        DetectedIssueSeverity.Moderate => Triage.Yellow,
        DetectedIssueSeverity.Low => Triage.Green,
        _ => Triage.None,
    };

    /// <summary>A text that is nothing but a colour.</summary>
    public static Triage OfWord(string? word) => word?.Trim().TrimEnd('.').ToUpperInvariant() switch
    {
        "RED" or "RØD" or "RØDT" => Triage.Red,
        "YELLOW" or "GUL" or "GULT" => Triage.Yellow,
        "GREEN" or "GRØNN" or "GRØNT" => Triage.Green,
        _ => Triage.None,
    };

    public static Triage Graver(Triage one, Triage other) => (Triage)Math.Max((int)one, (int)other);

    // Orange lies above yellow, and there is nothing between yellow and red: the graver is the safe reading.
    private static Triage Of(Coding coding) => (coding.System, coding.Code) switch
    {
        (CodeSystems.VkpTriage, VkpTriage.Red or VkpTriage.Orange) => Triage.Red,
        (CodeSystems.VkpTriage, VkpTriage.Yellow) => Triage.Yellow,
        (CodeSystems.VkpTriage, VkpTriage.Green) => Triage.Green,
        (CodeSystems.VkpSeverityLevel, VkpSeverityLevels.Serious or VkpSeverityLevels.Critical) => Triage.Red,
        (CodeSystems.VkpSeverityLevel, VkpSeverityLevels.Moderate) => Triage.Yellow,
        (CodeSystems.VkpSeverityLevel, VkpSeverityLevels.Normal) => Triage.Green,
        (CodeSystems.ObservationInterpretation, Interpretations.Critical or Interpretations.CriticalHigh or Interpretations.CriticalLow) => Triage.Red,
        (CodeSystems.ObservationInterpretation, Interpretations.Abnormal or Interpretations.High or Interpretations.Low) => Triage.Yellow,
        (CodeSystems.ObservationInterpretation, Interpretations.Normal) => Triage.Green,
        _ => Triage.None,
    };
}
