using System.Globalization;
using System.Xml.Linq;
using Hub.Kith.Codes;

namespace Hub.Kith.MsgHead;

/// <summary>Attachments in and out of a message (HIS 1036).</summary>
public static class Attachments
{
    /// <summary>A message, attachments included, is at most this large on the network: 10 MB of bytes before base64.</summary>
    public const int MaxTotalBytes = 10_000_000;

    /// <summary>MIME types that a receiver of helsefaglig dialog must take.</summary>
    public static IReadOnlyList<string> Supported { get; } = ["application/pdf", "image/jpeg", "image/png"];

    /// <summary>MIME types that are taken beyond those: structured parts that go along with a paper form.</summary>
    public static IReadOnlyList<string> AlsoTaken { get; } = ["application/xml", "text/xml"];

    private static readonly XName Container = XName.Get("Base64Container", KithNamespaces.Base64);

    /// <summary>The document that carries an attachment.</summary>
    /// <param name="attachment">The attachment, with bytes or XML.</param>
    public static Document ToDocument(Attachment attachment)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        var content = attachment.Xml ?? new XElement(Container, Convert.ToBase64String((attachment.Bytes ?? default).Span));
        return new Document
        {
            RefDoc = new RefDoc
            {
                IssueDate = attachment.IssueDate,
                MsgType = MessageLists.DocumentType.Cs("A"),
                MimeType = attachment.MimeType,
                Description = attachment.Description,
                Content = [content],
            },
        };
    }

    /// <summary>The attachments of a message, with what is wrong with them. One that cannot be decoded has no bytes.</summary>
    /// <param name="message">The message.</param>
    /// <param name="maxTotalBytes">Largest sum of decoded bytes; what lies beyond is not decoded.</param>
    public static (IReadOnlyList<Attachment> Attachments, IReadOnlyList<KithFinding> Findings) Of(Message message, int maxTotalBytes = MaxTotalBytes)
    {
        ArgumentNullException.ThrowIfNull(message);
        var findings = new List<KithFinding>();
        var attachments = new List<Attachment>();
        var left = maxTotalBytes;
        for (var i = 1; i < message.Documents.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/MsgHead/Document[{i + 1}]/RefDoc");
            var reference = message.Documents[i].RefDoc;
            Require(reference, path, findings);
            var first = reference.Content is [var content, ..] ? content : null;
            var bytes = first?.Name == Container ? Decode(first, path, ref left, findings) : null;
            attachments.Add(new Attachment(Normal(reference.MimeType), reference.Description, reference.IssueDate, bytes, first?.Name == Container ? null : first));
        }

        return (attachments, findings);
    }

    /// <summary>A MIME type without parameters, in small letters, with the usual wrong names of JPEG set right.</summary>
    /// <param name="mimeType">As written.</param>
    public static string? Normal(string? mimeType) => mimeType?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "image/jpg" or "image/pjpeg" => "image/jpeg",
        "image/x-png" => "image/png",
        "application/x-pdf" => "application/pdf",
        var other => other,
    };

    private static void Require(RefDoc reference, string path, List<KithFinding> findings)
    {
        void Missing(bool missing, string name)
        {
            if (missing) findings.Add(new KithFinding(MessageCodes.AttachmentIncomplete, $"{path}/{name}", KithSeverity.Warning, $"An attachment shall have {name}."));
        }

        Missing(reference.IssueDate?.V is null, "IssueDate");
        Missing(string.IsNullOrWhiteSpace(reference.Description), "Description");
        if (reference.Content is not { Count: > 0 })
            findings.Add(new KithFinding(MessageCodes.AttachmentUnreadable, $"{path}/Content", KithSeverity.Error, "The attachment has no content."));
        if (reference.Content is [var first, ..] && first.Name != Container) return;
        Missing(string.IsNullOrWhiteSpace(reference.MimeType), "MimeType");
        if (reference.MimeType is not null && !Supported.Concat(AlsoTaken).Contains(Normal(reference.MimeType)))
            findings.Add(new KithFinding(MessageCodes.AttachmentUnsupported, $"{path}/MimeType", KithSeverity.Error, "Attachments are pdf, jpeg, png or XML."));
        if (reference.MsgType.V != "A")
            findings.Add(new KithFinding(MessageCodes.AttachmentIncomplete, $"{path}/MsgType", KithSeverity.Warning, "An attachment has MsgType A."));
    }

    private static ReadOnlyMemory<byte>? Decode(XElement container, string path, ref int left, List<KithFinding> findings)
    {
        var text = container.Value;
        if (text.Length / 4 * 3L > left + 4L)
        {
            findings.Add(new KithFinding(MessageCodes.AttachmentTooLarge, $"{path}/Content", KithSeverity.Error, "The attachments are larger than allowed."));
            return null;
        }

        var bytes = new byte[text.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var written))
        {
            findings.Add(new KithFinding(MessageCodes.AttachmentUnreadable, $"{path}/Content", KithSeverity.Error, "The content is not base64."));
            return null;
        }

        left -= written;
        return bytes.AsMemory(0, written);
    }
}
