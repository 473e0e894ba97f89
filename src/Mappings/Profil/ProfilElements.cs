using System.Globalization;
using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Kith.Types;
using Hub.Mappings.Fhir;
using Hub.Mappings.SelfPlan;

namespace Hub.Mappings.Profil;

/// <summary>The small parts that every element of the form is made of. What says nothing is left away.</summary>
internal static class ProfilElements
{
    /// <summary>Namespace of the form. Schema: <c>schemas/profil-like.xsd</c>.</summary>
    public static XNamespace Space { get; } = "urn:hub:profil-like:4";

    /// <summary>An element of the form; parts that are null are left away.</summary>
    public static XElement Make(string name, params object?[] parts) => new(Space + name, parts);

    /// <summary>A text element; null for a blank text.</summary>
    public static XElement? Text(string name, string? text) => FhirWords.Text(text) is { } said ? Make(name, XmlSafe.Clean(said.ReplaceLineEndings("\n"))) : null;

    /// <summary>An attribute; null for a blank text.</summary>
    public static XAttribute? Attribute(string name, string? text) => FhirWords.Text(text) is { } said ? new XAttribute(name, XmlSafe.Clean(said)) : null;

    /// <summary>A whole number as attribute; null for none.</summary>
    public static XAttribute? Attribute(string name, int? number) => number is { } n ? new XAttribute(name, n.ToString(CultureInfo.InvariantCulture)) : null;

    /// <summary>A decimal as written: its digits are kept.</summary>
    public static XAttribute Number(string name, decimal value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A time in Norwegian local time. The hour that comes twice in autumn is told apart by <c>sommertid</c>.</summary>
    public static XElement? Time(string name, ClinicalTime? time) => time is null ? null : Make(
        name,
        Moment("fra", time.Start, time.Precision),
        time.End is { } end ? Moment("til", end, time.Precision) : null);

    /// <summary>An instant as such a time.</summary>
    public static XElement? Time(string name, DateTimeOffset? at) => at is { } instant ? Time(name, new ClinicalTime(instant)) : null;

    /// <summary>A quantity: number, UCUM unit, the unit as people write it, and what the device knew only as a bound.</summary>
    public static XElement? Quantity(string name, Quantity? quantity) => quantity is null ? null : Make(
        name,
        Number("tall", quantity.Value),
        Attribute("ucum", quantity.Unit),
        Attribute("enhet", quantity.DisplayUnit),
        Attribute("grensetegn", quantity.Comparator));

    /// <summary>A concept with all its codes.</summary>
    public static XElement? Concept(string name, Concept? concept) =>
        concept is null || (concept.Codings.Count == 0 && FhirWords.Text(concept.Text) is null) ? null
        : Make(name, Attribute("tekst", concept.Text), concept.Codings.Select(Code));

    /// <summary>Somebody: role, name, identifier.</summary>
    public static XElement? Party(string name, Party? party) => party is null ? null : Make(
        name, Attribute("rolle", ProfilCodes.Role(party.Role)), Attribute("navn", party.Name), party.Id is { } id ? Id(id) : null);

    /// <summary>An identifier.</summary>
    public static XElement Id(Identifier id) => Make("id", Attribute("system", id.System), Attribute("verdi", id.Value));

    private static XElement Code(Coding coding) => Make("kode", Attribute("system", coding.System), Attribute("verdi", coding.Code), Attribute("visning", coding.Display));

    private static XElement Moment(string name, DateTimeOffset at, TimePrecision precision)
    {
        var offset = NorwegianTime.OffsetAt(at);
        return precision switch
        {
            TimePrecision.Year => Make(name, at.ToString("yyyy", CultureInfo.InvariantCulture)),
            TimePrecision.Month => Make(name, at.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
            TimePrecision.Day => Make(name, at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => Make(name, new XAttribute("sommertid", offset.Hours == 2 ? "true" : "false"), at.ToOffset(offset).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        };
    }
}
