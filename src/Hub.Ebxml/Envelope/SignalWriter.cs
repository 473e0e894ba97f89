using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>Writes the contents of receipts, error lists and status answers in canonical form.</summary>
internal static class SignalWriter
{
    public static void Acknowledgment(ByteBuffer to, AcknowledgmentBody body)
    {
        to.Add("<eb:Acknowledgment"u8);
        if (body.Actor is not null)
            HeaderWriter.Attribute(to, " SOAP:actor"u8, body.Actor);
        to.Add(" SOAP:mustUnderstand=\"1\" eb:version=\"2.0\">"u8);
        HeaderWriter.Time(to, "Timestamp"u8, body.Timestamp);
        HeaderWriter.Field(to, "RefToMessageId"u8, body.RefToMessageId);
        foreach (var reference in body.References)
            DigestWriter.Write(to, reference, declared: false);
        to.Add("</eb:Acknowledgment>"u8);
    }

    public static void Errors(ByteBuffer to, ErrorListBody body)
    {
        to.Add("<eb:ErrorList SOAP:mustUnderstand=\"1\" eb:highestSeverity=\""u8);
        to.Add(Severity(body.HighestSeverity));
        to.Add("\" eb:version=\"2.0\">"u8);
        foreach (var error in body.Errors)
            Error(to, error);
        to.Add("</eb:ErrorList>"u8);
    }

    public static void StatusResponse(ByteBuffer to, StatusResponseBody body)
    {
        to.Add("<eb:StatusResponse"u8);
        HeaderWriter.Attribute(to, " eb:messageStatus"u8, body.Status.ToString());
        to.Add(" eb:version=\"2.0\">"u8);
        HeaderWriter.Field(to, "RefToMessageId"u8, body.RefToMessageId);
        if (body.Timestamp is { } time)
            HeaderWriter.Time(to, "Timestamp"u8, time);
        to.Add("</eb:StatusResponse>"u8);
    }

    private static void Error(ByteBuffer to, MessageError error)
    {
        to.Add("<eb:Error"u8);
        if (error.Context is not null)
            HeaderWriter.Attribute(to, " eb:codeContext"u8, error.Context);
        HeaderWriter.Attribute(to, " eb:errorCode"u8, error.Code);
        if (!string.IsNullOrEmpty(error.Location))
            HeaderWriter.Attribute(to, " eb:location"u8, error.Location);
        to.Add(" eb:severity=\""u8);
        to.Add(Severity(error.Severity));
        to.Add("\">"u8);
        if (!string.IsNullOrEmpty(error.Text))
            HeaderWriter.Text(to, new Description(error.Language, error.Text));
        to.Add("</eb:Error>"u8);
    }

    private static ReadOnlySpan<byte> Severity(ErrorSeverity severity) => severity == ErrorSeverity.Error ? "Error"u8 : "Warning"u8;
}
