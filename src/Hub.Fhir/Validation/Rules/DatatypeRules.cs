using System.Xml;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Fhir.Ucum;

namespace Hub.Fhir.Validation.Rules;

/// <summary>Invariants of the datatypes. Source: FHIR R4 datatypes.html, narrative.html, extensibility.html.</summary>
internal static class DatatypeRules
{
    private static readonly CheckRule CodeNeedsSystem = new("FHIR-QTY-3", "A coded unit needs its system.", "FHIR R4 qty-3");
    private static readonly CheckRule UnknownUcum = new("FHIR-UCUM-1", "The unit is not a UCUM code.", "UCUM; FHIR R4 datatypes.html#Quantity");
    private static readonly CheckRule PeriodOrder = new("FHIR-PER-1", "The period ends before it begins.", "FHIR R4 per-1");
    private static readonly CheckRule RangeOrder = new("FHIR-RNG-2", "The lower bound is above the upper one.", "FHIR R4 rng-2");
    private static readonly CheckRule ExtensionContent = new("FHIR-EXT-1", "An extension has either a value or extensions.", "FHIR R4 ext-1");
    private static readonly CheckRule AttachmentType = new("FHIR-ATT-1", "Attached data needs a content type.", "FHIR R4 att-1");
    private static readonly CheckRule Xhtml = new("FHIR-TXT-1", "The narrative is not a well-formed XHTML div with content.", "FHIR R4 txt-1, txt-2");
    private static readonly CheckRule SystemSpelling = new("FHIR-TERM-1", "The code system is written with https; its URI begins with http.", "LOINC, SNOMED CT and UCUM URIs");

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    internal static void Check(Quantity quantity, CheckContext context)
    {
        if (quantity.Code is not null && quantity.System is null)
            context.Add(CodeNeedsSystem);
        if (quantity.System == CodeSystems.Ucum && quantity.Code is { } code && !UcumUnits.IsValid(code))
            context.Add(UnknownUcum, "code");
    }

    internal static void Check(Period period, CheckContext context)
    {
        if (period is { Start: { Instant: { } start }, End: { Instant: { } end } } && start > end)
            context.Add(PeriodOrder);
        else if (period is { Start: { } first, End: { } last } && first.Precision == last.Precision && first.Instant is null
            && string.CompareOrdinal(first.Text, last.Text) > 0)
            context.Add(PeriodOrder);
    }

    internal static void Check(FhirRange range, CheckContext context)
    {
        if (range is { Low: { Value: { } low } from, High: { Value: { } high } to } && from.Code == to.Code && low > high)
            context.Add(RangeOrder);
    }

    internal static void Check(Extension extension, CheckContext context)
    {
        var hasValue = extension.Value is not null || extension.Rest.Count > 0;
        if (hasValue == extension.Extension.Count > 0)
            context.Add(ExtensionContent);
    }

    internal static void Check(Attachment attachment, CheckContext context)
    {
        if (attachment.Data is not null && attachment.ContentType is null)
            context.Add(AttachmentType);
    }

    internal static void Check(Coding coding, CheckContext context)
    {
        if (coding.System is "https://loinc.org" or "https://snomed.info/sct" or "https://unitsofmeasure.org")
            context.Add(SystemSpelling, "system");
    }

    internal static void Check(Narrative narrative, CheckContext context)
    {
        if (narrative.Div is { } div && !IsDiv(div))
            context.Add(Xhtml, "div");
    }

    private static bool IsDiv(string div)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(div), Settings);
            reader.MoveToContent();
            var isDiv = reader is { LocalName: "div", NamespaceURI: "http://www.w3.org/1999/xhtml" };
            var hasContent = false;
            while (reader.Read())
            {
                hasContent |= reader.NodeType == XmlNodeType.Text || reader.LocalName == "img";
                isDiv &= reader.LocalName is not ("script" or "object" or "iframe" or "form" or "input" or "link" or "style" or "base");
            }

            return isDiv && hasContent;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
