using Hub.Core.Content;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;

namespace Hub.Mappings.Letters;

/// <summary>Concepts as treaters read them: the words once, codes of lists they know behind them. Addresses of code systems are for systems.</summary>
internal static class ConceptWords
{
    private const string Volven = "urn:oid:2.16.578.1.12.4.1.1.";

    /// <summary>The concept: <c>KOLS (SNOMED CT 13645005)</c>; the code itself where there are no words.</summary>
    public static string Of(Concept concept)
    {
        var words = concept.Codings.Select(c => FhirWords.Text(c.Display)).Prepend(FhirWords.Text(concept.Text)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var codes = concept.Codings.Where(c => FhirWords.Text(c.Code) is not null).Select(Code).Distinct(StringComparer.Ordinal).ToArray();
        return (words.Length, codes.Length) switch
        {
            (0, _) => string.Join(", ", codes),
            (_, 0) => string.Join(", ", words),
            _ => $"{string.Join(", ", words)} ({string.Join(", ", codes)})",
        };
    }

    /// <summary>The concept behind words that say some of it already: <c>Prednisolon 20 mg</c> is followed by <c>ATC H02AB06</c>.</summary>
    public static string Beside(Concept concept, string said)
    {
        var words = concept.Codings.Select(c => FhirWords.Text(c.Display)).Prepend(FhirWords.Text(concept.Text)).OfType<string>().Where(w => !said.Contains(w, StringComparison.OrdinalIgnoreCase));
        return string.Join(", ", words.Concat(concept.Codings.Where(c => FhirWords.Text(c.Code) is not null).Select(Code)).Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private static string Code(Coding coding) => Name(coding.System) is { Length: > 0 } list ? $"{list} {coding.Code}" : coding.Code;

    private static string? Name(string? system) => system switch
    {
        CodeSystems.Snomed => "SNOMED CT",
        CodeSystems.Loinc => "LOINC",
        CodeSystems.Nlk => "NLK",
        Volven + "7110" or "http://hl7.org/fhir/sid/icd-10" => "ICD-10",
        Volven + "7170" or "http://hl7.org/fhir/sid/icpc-2" => "ICPC-2",
        Volven + "7180" or "http://www.whocc.no/atc" => "ATC",
        not null when system.StartsWith("http://ehelse.no/fhir/CodeSystem/vkp-", StringComparison.Ordinal) => "VKP",
        not null when IsAddress(system) => null,
        _ => FhirWords.Text(system),
    };

    // An address is left out of the words (LetterWriting says so in the ledger); any other name of a list may tell something.
    private static bool IsAddress(string system) =>
        system.StartsWith("http://", StringComparison.Ordinal) || system.StartsWith("https://", StringComparison.Ordinal) || system.StartsWith("urn:", StringComparison.Ordinal);
}
