using Hub.Ebxml.Envelope;
using Hub.Ebxml.Markup;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Signing;

namespace Hub.Ebxml.Inspection;

/// <summary>Looks at any file of the message network and says what it is, whether its signature holds, and what rules it breaks.</summary>
public static class MessageInspection
{
    /// <summary>Inspects a file; never throws on bad input.</summary>
    /// <param name="bytes">A whole mail, a MIME body, a bare SOAP envelope, or a business document.</param>
    /// <param name="options">Keys and what is accepted.</param>
    public static InspectionReport Inspect(ReadOnlyMemory<byte> bytes, InspectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var received = IncomingMessage.Read(bytes);
        if (received.Mime is { Headers.Count: 0, IsMultipart: false, Soap: not null } && received.Document?.IsSoap != true
            && TreeReader.Read(bytes, MarkupLimits.Default).Document is not null)
            return Document(bytes, options);
        var signature = received.Verify(options.Signatures);
        var findings = new List<Finding>(received.Mime.Findings);
        findings.AddRange(received.Document?.Findings ?? []);
        findings.AddRange(MessageRules.Check(received));
        findings.AddRange(SignatureFindings(signature));
        var attachments = received.OpenPayloads(options.Opening).Select(p => Attachment(p, options, findings)).ToList();
        return new InspectionReport(KindOf(received), signature, [.. findings.OrderByDescending(f => f.Severity)], received.Message, attachments);
    }

    private static InspectionReport Document(ReadOnlyMemory<byte> bytes, InspectionOptions options)
    {
        var verdict = DocumentSignature.Verify(bytes, options.Signatures);
        var self = new InspectedAttachment("", "application/xml", bytes.Length, bytes, null, verdict);
        return new InspectionReport(InspectedKind.Document, verdict, [.. SignatureFindings(verdict)], null, [self]);
    }

    private static InspectedAttachment Attachment(OpenedPayload payload, InspectionOptions options, List<Finding> findings)
    {
        if (payload.Fault is { } fault)
        {
            var severity = fault.Reason is "no-key" or "wrong-recipient" ? FindingSeverity.Note : FindingSeverity.Error;
            findings.Add(new Finding(264, severity, ErrorCodes.SecurityFailure, ContentIds.ToUri(payload.Attachment.ContentId), fault.Text));
        }

        var isXml = payload.Document is { } document && document.Span.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8);
        return new InspectedAttachment(payload.Attachment.ContentId, payload.Attachment.ContentType, payload.Attachment.Content.Length,
            payload.Document, payload, isXml ? DocumentSignature.Verify(payload.Document!.Value, options.Signatures) : new NoSignature());
    }

    private static IEnumerable<Finding> SignatureFindings(SignatureVerdict verdict) => verdict switch
    {
        InvalidSignature invalid => [new Finding(invalid.Rule, FindingSeverity.Error, ErrorCodes.SecurityFailure, "ds:Signature", invalid.Text)],
        ValidSignature valid => valid.Notes,
        _ => [],
    };

    private static InspectedKind KindOf(ReceivedMessage received)
    {
        var mime = received.Mime;
        if (mime.Header("From") is not null || mime.Header("Received") is not null || mime.Header("Message-ID") is not null)
            return InspectedKind.Mail;
        if (mime.IsMultipart || mime.Headers.Count > 0)
            return InspectedKind.MimeBody;
        return received.Document?.IsSoap == true ? InspectedKind.Soap : InspectedKind.Unknown;
    }
}
