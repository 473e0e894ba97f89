using System.Xml.Linq;
using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;
using Hub.Kith.Xml;

namespace Hub.Kith.Plo;

/// <summary>Texts inside a part that no field takes: a Journaltekst in a place or namespace where the schema has none is still shown to somebody.</summary>
internal static class KeptTexts
{
    public static IEnumerable<JournalEntry> Of(UnreadPart part)
    {
        if (part.Content is not XElement element) return [];
        return element.DescendantsAndSelf().Where(static e => e.Name.LocalName == "Journaltekst").Select(e => Entry(part.Path, element, e));
    }

    private static JournalEntry Entry(string path, XElement top, XElement text)
    {
        var below = text.AncestorsAndSelf().TakeWhile(e => e != top).Reverse().Select(static e => PloPath.Name(e.Name));
        var full = string.Join('/', below.Prepend(path));
        return new JournalEntry(full, PloSections.Of(full), Heading(Child(text, "Overskriftskode")), Child(text, "Notat")?.Value ?? "", Child(text, "Merknad")?.Value, null);
    }

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static CV? Heading(XElement? code) => code is null ? null
        : new CV((string?)code.Attribute("V"), (string?)code.Attribute("S"), (string?)code.Attribute("DN"), (string?)code.Attribute("OT"));
}
