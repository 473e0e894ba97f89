using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>Reads <c>eb:MessageHeader</c>. A missing field becomes an empty value and a finding, so that the sender can still be answered.</summary>
internal static class HeaderReading
{
    private const string Path = MessageReading.HeaderPath + "/eb:MessageHeader";

    public static MessageHeader Read(TreeElement header, List<Finding> findings)
    {
        var data = header.Child(EbxmlNames.Eb, "MessageData");
        if (data is null)
            Missing(findings, 76, "MessageData");
        var service = header.Child(EbxmlNames.Eb, "Service");
        return new MessageHeader
        {
            From = ReadParty(header, "From", findings),
            To = ReadParty(header, "To", findings),
            CpaId = Field(header, "CPAId", 11, findings),
            ConversationId = Field(header, "ConversationId", 8, findings),
            Service = new ServiceName(Field(header, "Service", 47, findings), Attributes.Read(service, "type")),
            Action = Field(header, "Action", 71, findings),
            MessageId = data is null ? "" : Field(data, "MessageId", 76, findings, "/eb:MessageData"),
            Timestamp = data is null ? DateTimeOffset.MinValue : ReadTime(data, "Timestamp", findings) ?? DateTimeOffset.MinValue,
            RefToMessageId = data?.Child(EbxmlNames.Eb, "RefToMessageId")?.Text.Trim(),
            TimeToLive = data?.Child(EbxmlNames.Eb, "TimeToLive") is null ? null : ReadTime(data, "TimeToLive", findings),
            DuplicateElimination = header.Child(EbxmlNames.Eb, "DuplicateElimination") is not null,
            Descriptions = ReadDescriptions(header),
        };
    }

    public static IReadOnlyList<Description> ReadDescriptions(TreeElement element)
    {
        List<Description>? all = null;
        foreach (var child in element.Elements)
        {
            if (child.Is(EbxmlNames.Eb, "Description"))
                (all ??= []).Add(new Description(child.Attribute("http://www.w3.org/XML/1998/namespace", "lang") ?? "", child.Text));
        }

        return all ?? (IReadOnlyList<Description>)[];
    }

    private static Party ReadParty(TreeElement header, string name, List<Finding> findings)
    {
        if (header.Child(EbxmlNames.Eb, name) is not { } element)
        {
            Missing(findings, 10, name);
            return new Party([], null);
        }

        if (header.Count(EbxmlNames.Eb, name) > 1)
            findings.Add(new Finding(10, FindingSeverity.Error, ErrorCodes.OtherXml, $"{Path}/eb:{name}", $"eb:{name} stands more than once."));
        var ids = new List<PartyId>(1);
        foreach (var child in element.Elements)
        {
            if (child.Is(EbxmlNames.Eb, "PartyId"))
                ids.Add(new PartyId(Attributes.Read(child, "type"), child.Text.Trim()));
        }

        return new Party(ids, element.Child(EbxmlNames.Eb, "Role")?.Text.Trim());
    }

    private static string Field(TreeElement parent, string name, int rule, List<Finding> findings, string below = "")
    {
        var count = parent.Count(EbxmlNames.Eb, name);
        if (count > 1)
            findings.Add(new Finding(rule, FindingSeverity.Error, ErrorCodes.OtherXml, $"{Path}{below}/eb:{name}", $"eb:{name} stands {count} times."));
        var value = parent.Child(EbxmlNames.Eb, name)?.Text.Trim() ?? "";
        if (value.Length == 0)
            Missing(findings, rule, name, below);
        return value;
    }

    private static DateTimeOffset? ReadTime(TreeElement parent, string name, List<Finding> findings)
    {
        var text = Field(parent, name, 77, findings, "/eb:MessageData");
        if (text.Length == 0)
            return null;
        var time = EbxmlTime.Read(text);
        if (time is null)
            findings.Add(new Finding(77, FindingSeverity.Error, ErrorCodes.ValueNotRecognized, $"{Path}/eb:MessageData/eb:{name}",
                $"eb:{name} is not a time in the form of XML Schema."));
        return time;
    }

    private static void Missing(List<Finding> findings, int rule, string name, string below = "") =>
        findings.Add(new Finding(rule, FindingSeverity.Error, ErrorCodes.OtherXml, $"{Path}{below}/eb:{name}", $"eb:{name} is missing or empty."));
}
