using System.Xml.Linq;
using Hub.Core.Content;

namespace Hub.Adapters.Ebxml.Reading;

/// <summary>Every value of a business document that is not one of its texts, in document order: element by element, whatever the standard or a later version of it calls them.</summary>
internal static class ClinicalFacts
{
    // Texts are entries, and read as such. Only a dialogue has its question among them: in PLO it stands in a request, as a fact.
    private static readonly HashSet<string> PloTexts = new(StringComparer.Ordinal) { "Journaltekst" };

    private static readonly HashSet<string> DialogTexts = new(StringComparer.Ordinal) { "TekstNotatInnhold", "Sporsmal", "Notat/Merknad", "Foresporsel/Begrunnelse" };

    /// <summary>Lists them.</summary>
    /// <param name="business">The document.</param>
    /// <param name="textsAreEntries">True when its texts were read as entries; false for a document of no known standard, whose texts are facts like all else.</param>
    public static List<ClinicalFact> Of(XElement business, bool textsAreEntries)
    {
        var facts = new List<ClinicalFact>();
        Walk(business, [], facts, !textsAreEntries ? [] : business.Name.LocalName == "Dialogmelding" ? DialogTexts : PloTexts);
        return facts;
    }

    private static void Walk(XElement parent, IReadOnlyList<string> path, List<ClinicalFact> facts, HashSet<string> texts)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in parent.Elements())
        {
            var name = element.Name.LocalName;
            var number = seen[name] = seen.GetValueOrDefault(name) + 1;
            if (texts.Contains(name) || texts.Contains($"{parent.Name.LocalName}/{name}"))
                continue;
            if (Fact(element, path) is { } fact)
                facts.Add(fact);
            if (element.HasElements)
                Walk(element, [.. path, number == 1 ? name : $"{name}[{number}]"], facts, texts);
        }
    }

    private static ClinicalFact? Fact(XElement element, IReadOnlyList<string> path)
    {
        var (v, dn, ot) = (Text(element, "V"), Text(element, "DN"), Text(element, "OT"));
        var others = element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.LocalName is not ("V" or "DN" or "OT" or "S" or "U")).Select(a => $"{a.Name.LocalName} {a.Value}");
        var words = string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value)).Trim();
        var isCode = dn is not null || Text(element, "S") is not null;
        var measured = Text(element, "U") is { } unit ? $"{v} {unit}".Trim() : isCode ? null : v;
        var value = string.Join("; ", new[] { measured, ot, words }.Concat(others).Where(p => !string.IsNullOrEmpty(p)));
        if (v is null && dn is null && value.Length == 0)
            return null;
        return new ClinicalFact(
            path,
            element.Name.LocalName,
            isCode ? new Coding(Text(element, "S") is { } list ? $"urn:oid:{list}" : null, v ?? "", dn) : null,
            value.Length == 0 ? null : value);
    }

    private static string? Text(XElement element, string attribute) => element.Attribute(attribute)?.Value is { Length: > 0 } value ? value : null;
}
