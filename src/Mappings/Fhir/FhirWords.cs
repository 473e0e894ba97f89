using System.Globalization;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Home = Hub.Core.Content;

namespace Hub.Mappings.Fhir;

/// <summary>The hub's small words in FHIR: concepts, quantities, identifiers. Blank texts become nothing, since FHIR has no empty strings.</summary>
internal static class FhirWords
{
    /// <summary>The text, null when it is blank.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>A concept with all its codings; null when it says nothing.</summary>
    public static CodeableConcept? Concept(Home.Concept? concept)
    {
        if (concept is null)
            return null;
        var codings = Codings(concept.Codings);
        var text = Text(concept.Text);
        return codings.Count == 0 && text is null ? null : new CodeableConcept { Coding = codings, Text = text };
    }

    /// <summary>Codings in their order; those without code and display are nothing.</summary>
    public static FhirList<Coding> Codings(IReadOnlyList<Home.Coding> codings)
    {
        if (codings.Count == 0)
            return [];
        var list = new Coding[codings.Count];
        for (var i = 0; i < list.Length; i++)
            list[i] = Coding(codings[i]);
        return list.Where(c => c.Code is not null || c.Display is not null).ToFhirList();
    }

    /// <summary>One coding.</summary>
    public static Coding Coding(Home.Coding coding) => new() { System = Text(coding.System), Code = Text(coding.Code), Display = Text(coding.Display) };

    /// <summary>A quantity in UCUM; the unit shown is the one people write, or else the UCUM code.</summary>
    public static Quantity Quantity(Home.Quantity quantity) => new()
    {
        Value = quantity.Value,
        Comparator = Text(quantity.Comparator),
        Unit = Text(quantity.DisplayUnit) ?? quantity.Unit,
        System = CodeSystems.Ucum,
        Code = quantity.Unit,
    };

    /// <summary>An identifier; the system is left out where the source named none.</summary>
    public static Identifier Identifier(Hub.Core.Identities.Identifier identifier) => new() { System = Text(identifier.System), Value = Text(identifier.Value) };

    /// <summary>An identifier that has a system of the hub's own.</summary>
    public static Identifier Identifier(string system, string value) => new() { System = system, Value = value };

    /// <summary>A concept in one line with all it holds, for places where the words are all that is kept: text, displays, codes and their systems.</summary>
    public static string InWords(Home.Concept concept)
    {
        var codes = string.Join(", ", concept.Codings.Select(c => string.Join(' ', new[] { ShortName(c.System), c.Code, c.Display == concept.Text ? null : c.Display }.Where(p => !string.IsNullOrWhiteSpace(p)))));
        return Text(concept.Text) is not { } text ? codes : codes.Length == 0 ? text : $"{text} ({codes})";
    }

    /// <summary>A concept for people, where the codes stand beside it in an element of their own; null when it has none.</summary>
    public static string? ForPeople(Home.Concept? concept) =>
        Text(concept?.Text) ?? concept?.Codings.Select(c => Text(c.Display)).FirstOrDefault(d => d is not null) ?? concept?.Codings.Select(c => Text(c.Code)).FirstOrDefault();

    /// <summary>A number as people here write it, digits kept.</summary>
    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture).Replace('.', ',');

    private static string? ShortName(string? system) => system switch
    {
        CodeSystems.Snomed => "SNOMED CT",
        CodeSystems.Loinc => "LOINC",
        CodeSystems.Nlk => "NLK",
        "http://www.whocc.no/atc" => "ATC",
        _ => system,
    };
}
