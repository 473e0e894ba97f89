using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>Reads receipts and error lists.</summary>
internal static class SignalReading
{
    public static AcknowledgmentBody Acknowledgment(TreeElement element, List<Finding> findings)
    {
        const string Path = MessageReading.HeaderPath + "/eb:Acknowledgment";
        var reference = element.Child(EbxmlNames.Eb, "RefToMessageId")?.Text.Trim() ?? "";
        if (reference.Length == 0)
            Add(findings, 107, Path, "eb:RefToMessageId is missing: the receipt is for no message.");
        var time = EbxmlTime.Read(element.Child(EbxmlNames.Eb, "Timestamp")?.Text);
        if (time is null)
            Add(findings, 108, Path, "eb:Timestamp is missing or is not a time.");
        var references = new List<DigestReference>(2);
        foreach (var child in element.Elements)
        {
            if (child.Is(EbxmlNames.Ds, "Reference"))
                references.Add(DigestReading.Read(child));
        }

        return new AcknowledgmentBody(time ?? DateTimeOffset.MinValue, reference, references, element.Attribute(EbxmlNames.Soap, "actor"));
    }

    public static ErrorListBody Errors(TreeElement element, List<Finding> findings)
    {
        const string Path = MessageReading.HeaderPath + "/eb:ErrorList";
        var errors = new List<MessageError>(1);
        foreach (var child in element.Elements)
        {
            if (child.Is(EbxmlNames.Eb, "Error"))
                errors.Add(Error(child));
        }

        if (errors.Count == 0)
            Add(findings, 121, Path, "The error list is empty.");
        var written = Severity(Attributes.Read(element, "highestSeverity"));
        var highest = errors.Exists(e => e.Severity == ErrorSeverity.Error) ? ErrorSeverity.Error : ErrorSeverity.Warning;
        if (written is null)
            Add(findings, 122, Path, "eb:highestSeverity is missing or unknown.");
        else if (errors.Count > 0 && written != highest)
            findings.Add(new Finding(122, FindingSeverity.Warning, ErrorCodes.Inconsistent, Path, "eb:highestSeverity is not that of the errors."));

        // An unclear list counts as the worse: a sender must not take an error for a receipt.
        return new ErrorListBody(written == ErrorSeverity.Warning && highest == ErrorSeverity.Warning ? ErrorSeverity.Warning : ErrorSeverity.Error, errors);
    }

    private static MessageError Error(TreeElement element)
    {
        var description = element.Child(EbxmlNames.Eb, "Description");
        return new MessageError(
            Attributes.Read(element, "errorCode") ?? "",
            Severity(Attributes.Read(element, "severity")) ?? ErrorSeverity.Error,
            Attributes.Read(element, "location"),
            description?.Text,
            description?.Attribute("http://www.w3.org/XML/1998/namespace", "lang") ?? "",
            Attributes.Read(element, "codeContext"));
    }

    private static ErrorSeverity? Severity(string? text) => text switch
    {
        "Error" => ErrorSeverity.Error,
        "Warning" => ErrorSeverity.Warning,
        _ => null,
    };

    private static void Add(List<Finding> findings, int rule, string path, string text) =>
        findings.Add(new Finding(rule, FindingSeverity.Error, ErrorCodes.OtherXml, path, text));
}
