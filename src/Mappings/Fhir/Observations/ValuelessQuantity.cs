using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Home = Hub.Core.Content;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>
/// A missing body mass index. Alone among the vital signs its R4 profile demands valueQuantity, so the reason for the absence stands on the number
/// (extension data-absent-reason) and not beside the value.
/// </summary>
internal static class ValuelessQuantity
{
    private const string ReasonUrl = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /// <summary>The quantity without a number.</summary>
    public static WrittenValue Of(string unit, Home.Concept? absent)
    {
        var known = absent?.Codings.FirstOrDefault(c => c.System == CodeSystems.DataAbsentReason && IsCode(c.Code))?.Code;
        var number = new RawElement("_value", $$"""{"extension":[{"url":"{{ReasonUrl}}","valueCode":"{{known ?? "unknown"}}"}]}""");
        var quantity = new Quantity { Unit = unit, System = CodeSystems.Ucum, Code = unit, Rest = [number] };
        var words = absent is not null && (known is null || absent.Text is not null || absent.Codings.Count > 1) ? $"Verdi mangler: {FhirWords.InWords(absent)}" : null;
        return new WrittenValue(quantity, null, [], words);
    }

    private static bool IsCode(string code) => code.Length > 0 && code.All(c => char.IsAsciiLetterLower(c) || c == '-');
}
