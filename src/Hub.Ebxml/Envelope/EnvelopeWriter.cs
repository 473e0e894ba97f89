using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>Writes a message straight in canonical form (Canonical XML 1.0), so that what is hashed are the bytes that are sent.</summary>
/// <remarks>Attributes stand in the order of their namespace and name, empty elements have both tags, and every namespace but that
/// of the signature is declared on the root. The order here is therefore not free to change.</remarks>
internal static class EnvelopeWriter
{
    public static ReadOnlySpan<byte> Declaration => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8;

    /// <summary>The root's start tag and that of the header: what stands before the first header block.</summary>
    public static ReadOnlySpan<byte> Opening =>
        "<SOAP:Envelope xmlns:SOAP=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:eb=\"http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><SOAP:Header>"u8;

    /// <summary>Namespaces in scope everywhere below the root, in canonical order, with that of the signature.</summary>
    public static ReadOnlySpan<byte> ScopeWithSignature =>
        " xmlns:SOAP=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" xmlns:eb=\"http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""u8;

    /// <summary>The marker that HITS 1171 asks for in messages sent for testing only.</summary>
    public static ReadOnlySpan<byte> TestMarker => "<!--TEST. TEST. Sendt i testøyemed. Har ingen andre formål.-->"u8;

    /// <summary>From the root's start tag to the last signed header block.</summary>
    public static void Head(ByteBuffer to, EbxmlMessage message)
    {
        to.Add(Opening);
        HeaderWriter.Write(to, message.Header);
        switch (message.Body)
        {
            case PayloadBody { AckRequested: { } ack }:
                AckRequested(to, ack);
                break;
            case AcknowledgmentBody acknowledgment:
                SignalWriter.Acknowledgment(to, acknowledgment);
                break;
            case ErrorListBody errors:
                SignalWriter.Errors(to, errors);
                break;
        }
    }

    /// <summary>Header blocks for the next MSH, which the signature leaves out.</summary>
    public static void Unsigned(ByteBuffer to, EbxmlMessage message)
    {
        if (message.Body is PayloadBody { SyncReply: true })
            to.Add("<eb:SyncReply SOAP:actor=\"http://schemas.xmlsoap.org/soap/actor/next\" SOAP:mustUnderstand=\"1\" eb:version=\"2.0\"></eb:SyncReply>"u8);
    }

    /// <summary>From the end tag of the header to the end.</summary>
    public static void Tail(ByteBuffer to, EbxmlMessage message)
    {
        to.Add("</SOAP:Header><SOAP:Body>"u8);
        switch (message.Body)
        {
            case PayloadBody payload:
                ManifestWriter.Write(to, payload.Manifest);
                break;
            case StatusRequestBody request:
                to.Add("<eb:StatusRequest eb:version=\"2.0\">"u8);
                HeaderWriter.Field(to, "RefToMessageId"u8, request.RefToMessageId);
                to.Add("</eb:StatusRequest>"u8);
                break;
            case StatusResponseBody response:
                SignalWriter.StatusResponse(to, response);
                break;
        }

        to.Add("</SOAP:Body></SOAP:Envelope>"u8);
    }

    private static void AckRequested(ByteBuffer to, AckRequested ack)
    {
        to.Add("<eb:AckRequested"u8);
        if (ack.Actor is not null)
            HeaderWriter.Attribute(to, " SOAP:actor"u8, ack.Actor);
        to.Add(" SOAP:mustUnderstand=\"1\" eb:signed=\""u8);
        to.Add(ack.Signed ? "true"u8 : "false"u8);
        to.Add("\" eb:version=\"2.0\"></eb:AckRequested>"u8);
    }
}
