using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>Writes <c>eb:MessageHeader</c> in canonical form.</summary>
internal static class HeaderWriter
{
    public static void Write(ByteBuffer to, MessageHeader header)
    {
        to.Add("<eb:MessageHeader SOAP:mustUnderstand=\"1\" eb:version=\"2.0\">"u8);
        WriteParty(to, "From"u8, header.From);
        WriteParty(to, "To"u8, header.To);
        Field(to, "CPAId"u8, header.CpaId);
        Field(to, "ConversationId"u8, header.ConversationId);
        to.Add("<eb:Service"u8);
        if (header.Service.Type is not null)
            Attribute(to, " eb:type"u8, header.Service.Type);
        to.Add((byte)'>');
        to.AddText(header.Service.Value);
        to.Add("</eb:Service>"u8);
        Field(to, "Action"u8, header.Action);
        to.Add("<eb:MessageData>"u8);
        Field(to, "MessageId"u8, header.MessageId);
        Time(to, "Timestamp"u8, header.Timestamp);
        if (header.RefToMessageId is not null)
            Field(to, "RefToMessageId"u8, header.RefToMessageId);
        if (header.TimeToLive is { } limit)
            Time(to, "TimeToLive"u8, limit);
        to.Add("</eb:MessageData>"u8);
        if (header.DuplicateElimination)
            to.Add("<eb:DuplicateElimination></eb:DuplicateElimination>"u8);
        foreach (var description in header.Descriptions)
            Text(to, description);
        to.Add("</eb:MessageHeader>"u8);
    }

    public static void Field(ByteBuffer to, ReadOnlySpan<byte> name, string value)
    {
        to.Add("<eb:"u8);
        to.Add(name);
        to.Add((byte)'>');
        to.AddText(value);
        to.Add("</eb:"u8);
        to.Add(name);
        to.Add((byte)'>');
    }

    public static void Time(ByteBuffer to, ReadOnlySpan<byte> name, DateTimeOffset time) => Field(to, name, EbxmlTime.Write(time));

    public static void Attribute(ByteBuffer to, ReadOnlySpan<byte> name, string value)
    {
        to.Add(name);
        to.Add("=\""u8);
        to.AddAttribute(value);
        to.Add((byte)'"');
    }

    public static void Text(ByteBuffer to, Description description)
    {
        to.Add("<eb:Description"u8);
        Attribute(to, " xml:lang"u8, description.Language);
        to.Add((byte)'>');
        to.AddText(description.Text);
        to.Add("</eb:Description>"u8);
    }

    private static void WriteParty(ByteBuffer to, ReadOnlySpan<byte> name, Party party)
    {
        to.Add("<eb:"u8);
        to.Add(name);
        to.Add((byte)'>');
        foreach (var id in party.Ids)
        {
            to.Add("<eb:PartyId"u8);
            if (id.Type is not null)
                Attribute(to, " eb:type"u8, id.Type);
            to.Add((byte)'>');
            to.AddText(id.Value);
            to.Add("</eb:PartyId>"u8);
        }

        if (party.Role is not null)
            Field(to, "Role"u8, party.Role);
        to.Add("</eb:"u8);
        to.Add(name);
        to.Add((byte)'>');
    }
}
