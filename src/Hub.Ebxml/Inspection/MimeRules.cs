using Hub.Ebxml.Envelope;
using Hub.Ebxml.Mime;
using static Hub.Ebxml.Inspection.MessageRule;

namespace Hub.Ebxml.Inspection;

/// <summary>Rules about the mail and its parts. A bare SOAP file has no headers and breaks none of the first group.</summary>
internal static class MimeRules
{
    private const string Mime = ErrorCodes.MimeProblem;

    public static MessageRule[] All { get; } =
    [
        Warning(18, Mime, "From", "The From header is missing.", i => IsMail(i) && i.Mime.Header("From") is null),
        Warning(19, Mime, "To", "The To header is missing.", i => IsMail(i) && i.Mime.Header("To") is null),
        Note(20, Mime, "Date", "The Date header is missing.", i => IsMail(i) && i.Mime.Header("Date") is null),
        Note(21, Mime, "Message-ID", "The Message-ID header is missing.", i => IsMail(i) && i.Mime.Header("Message-ID") is null),
        Warning(22, Mime, "MIME-Version", "MIME-Version is not 1.0.", i => IsMail(i) && i.Mime.Header("MIME-Version") != "1.0"),
        Warning(51, Mime, "SOAPAction", "SOAPAction is not \"ebXML\".", i => i.Mime.Headers.Count > 0 && i.Mime.Header("SOAPAction")?.Trim('"') != "ebXML"),
        Warning(80, Mime, "Content-Type", "The top content type is neither multipart/related nor text/xml.", i => Type(i) is { } t
            && t.MediaType is not ("multipart/related" or "text/xml")),
        Warning(82, Mime, "Content-Type", "The type parameter is not text/xml.", i => Type(i) is { MediaType: "multipart/related" } t
            && t.Parameter("type")?.ToLowerInvariant() != "text/xml"),
        Note(83, Mime, "Content-Type", "The start parameter is missing.", i => Type(i) is { MediaType: "multipart/related" } t && t.Parameter("start") is null),
        Note(66, Mime, "Content-Type", "A signal stands in a superfluous multipart.", i => i.Message.Body.IsSignal && i.Mime.IsMultipart),
        Warning(255, Mime, "SOAP part", "The content type of the SOAP part is not text/xml.", i => i.Mime.IsMultipart
            && (i.Mime.Soap?.ContentType is not { } t || ContentType.Read(t).MediaType != "text/xml")),
        Warning(256, Mime, "SOAP part", "The SOAP part has no content id.", i => i.Mime.IsMultipart && i.Mime.Soap?.ContentId.Length == 0),
        Warning(257, Mime, "SOAP part", "The SOAP part has no transfer encoding.", i => i.Mime.IsMultipart && i.Mime.Soap?.TransferEncoding is null),
        Warning(259, Mime, "attachment", "The content type of an attachment is not application/pkcs7-mime.", i => i.Mime.Attachments.Any(a =>
            ContentType.Read(a.ContentType ?? "").MediaType != "application/pkcs7-mime")),
        Warning(260, Mime, "attachment", "The transfer encoding of an attachment is not base64.", i => i.Mime.Attachments.Any(a => a.TransferEncoding != "base64")),
        Error(263, Mime, "attachment", "An attachment has no content id.", i => i.Mime.Attachments.Any(a => a.ContentId.Length == 0)),
    ];

    /// <summary>A message with a Received, From or Message-ID header came by mail; HTTP has none of them.</summary>
    private static bool IsMail(RuleInput input) =>
        input.Mime.Header("Received") is not null || input.Mime.Header("From") is not null || input.Mime.Header("Message-ID") is not null;

    private static ContentType? Type(RuleInput input) =>
        input.Mime.Header("Content-Type") is { } written ? ContentType.Read(written) : null;
}
