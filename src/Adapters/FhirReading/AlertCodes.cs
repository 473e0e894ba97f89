using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Coding = Hub.Core.Content.Coding;

namespace Hub.Adapters.FhirReading;

/// <summary>VKP alert codes. NHN's own sample client sends 7 (nurse call) with the words for 3 (safety alarm): the words are what a person wrote.</summary>
internal static class AlertCodes
{
    public static Concept? Read(CodeableConcept? code, string path, Findings findings)
    {
        if (Terms.Concept(code) is not { } concept)
            return null;
        var codings = concept.Codings.Select((c, i) => Right(c, concept.Text, $"{path}.coding[{i}].code", findings)).ToList();
        return concept with { Codings = codings };
    }

    private static Coding Right(Coding coding, string? text, string path, Findings findings)
    {
        if (coding.System != CodeSystems.VkpAlertCode || text is null || VkpAlertCodes.Terms.Find(coding.Code) is not { } own || Says(text, own))
            return coding;
        if (VkpAlertCodes.Terms.All.Where(t => t.Display.Length > 5 && Says(text, t)).MaxBy(t => t.Display.Length) is not { } meant)
            return coding;
        return findings.Tolerate(path, "alert-code", $"Read code {own.Code} as {meant.Code}, which the text beside it means.", FhirErrors.CodeContradictsText, $"The text means code {meant.Code}, the code is {own.Code}.")
            ? coding with { Code = meant.Code }
            : coding;
    }

    // The words may stand behind a number of the sender's own, as in "300 - Trygghetsalarm".
    private static bool Says(string text, Term term) => text.EndsWith(term.Display, StringComparison.OrdinalIgnoreCase);
}
