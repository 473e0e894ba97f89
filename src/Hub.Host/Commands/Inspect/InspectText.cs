using System.Globalization;
using System.Text;

namespace Hub.Host.Commands.Inspect;

/// <summary>The report for people; lines that begin with signature:, rule or result: are for grep.</summary>
internal sealed class InspectText
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes a report.</summary>
    /// <param name="view">The report.</param>
    public static string Write(InspectView view)
    {
        var text = new InspectText();
        text.File(view);
        if (view.Message is { } message)
            text.Message(message);
        foreach (var attachment in view.Attachments)
            text.Attachment(attachment);
        text.Signature(view.Signature, view.Kind == "document" ? "document" : "envelope");
        foreach (var f in view.Findings)
            text.Line($"rule {f.Rule?.ToString(CultureInfo.InvariantCulture) ?? "-"} {f.Severity} {f.Path}: {f.Text}");
        foreach (var document in view.Documents)
            DocumentText.Write(text, document, isFile: view.Kind == "document");
        text.Line("");
        text.Line($"result: {Result(view)}");
        return text._text.ToString();
    }

    /// <summary>A line; what a file wrote into it cannot break it or steer a terminal.</summary>
    /// <param name="line">The line.</param>
    public void Line(string line)
    {
        foreach (var c in line)
            _text.Append(char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : c);
        _text.Append('\n');
    }

    /// <summary>A name with its value; nothing when there is no value.</summary>
    /// <param name="name">Name.</param>
    /// <param name="value">Value.</param>
    public void Field(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            Line($"  {name + ":",-16} {value}");
    }

    /// <summary>A certificate, as fields.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="claimed">Whether the signature does not prove it.</param>
    public void Certificate(CertificateView? certificate, bool claimed)
    {
        if (certificate is null)
            return;
        Field(claimed ? "claimed signer" : "signed by", certificate.Subject ?? "not shown, may be a person (--show-content)");
        Field("issuer", certificate.Issuer);
        Field("serial", certificate.Serial);
        Field("valid", $"{Time(certificate.ValidFrom)} to {Time(certificate.ValidTo)}");
        Field("key", $"{(certificate.KeyBits is { } bits ? $"RSA {bits}" : "not RSA")}, {(certificate.KeyUsage.Length == 0 ? "no key usage" : certificate.KeyUsage)}");
        Field("thumbprint", certificate.Thumbprint);
    }

    /// <summary>A moment in UTC.</summary>
    /// <param name="time">The moment.</param>
    public static string Time(DateTimeOffset time) =>
        time == DateTimeOffset.MinValue ? "(not readable)" : time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A size.</summary>
    /// <param name="bytes">Bytes.</param>
    public static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");

    private static string Result(InspectView view) => view.Result switch
    {
        "valid" => (view.Signature.Status == "valid" ? "valid" : "valid, but not signed") + Errors(view),
        "notSigned" => "invalid: not signed, and --cert asks for a signature",
        "invalidSignature" => view.Signature.Status == "invalid" ? "invalid signature" : "invalid signature of a document inside",
        "invalidDocument" => "a document is not valid by its schema",
        _ => "a rule is broken so that the message cannot be processed",
    };

    // Rules of the standards that no schema holds: a receiver takes the document in all the same.
    private static string Errors(InspectView view) =>
        view.Documents.Sum(d => d.Findings.Count(f => f.Severity == "error")) is > 0 and var errors ? $"; {(errors == 1 ? "1 error" : $"{errors} errors")} by the rules of the document" : "";

    private void File(InspectView view)
    {
        Line($"file: {view.File}, {Size(view.Bytes)}");
        var what = view.Kind switch { "mail" => "mail", "mime" => "MIME body", "soap" => "SOAP envelope", "document" => "KITH document", _ => "unknown" };
        Line($"kind: {what}{(view.Unpacked.Count == 0 ? "" : $", unpacked from {string.Join(" and ", view.Unpacked)}")}");
    }

    private void Message(MessageView m)
    {
        Line("");
        Line($"message: {m.Type}");
        Field("id", m.MessageId);
        Field("about", m.RefToMessageId);
        Field("conversation", m.ConversationId);
        Field("agreement", m.CpaId);
        Field("from", Party(m.From));
        Field("to", Party(m.To));
        Field("service", m.Service);
        Field("action", m.Action);
        Field("made", Time(m.Time));
        Field("lives until", m.TimeToLive is { } until ? Time(until) : null);
        Field("received", m.ReceivedAt is { } at ? Time(at) : null);
        if (m.Type == "payload")
            Field("asks for", $"{(m.AckRequested is null ? "no receipt" : $"{m.AckRequested} receipt")}{(m.SyncReply ? ", answer at once" : "")}{(m.DuplicateElimination ? ", duplicates dropped" : "")}");
        Field("systems", m.Systems);
        Field("status", m.Status);
        foreach (var digest in m.Acknowledged ?? [])
            Field("acknowledges", Digest(digest, "envelope"));
        foreach (var error in m.Errors ?? [])
            Field(error.Severity, $"{error.Code} {error.Location}: {error.Text}");
    }

    private void Attachment(AttachmentView a)
    {
        Line("");
        Line($"attachment: {a.ContentId}");
        Field("media type", a.MediaType);
        Field("size", Size(a.Bytes));
        Field("sha-256", a.Sha256);
        Field("encryption", a.Encryption ?? "none");
        foreach (var recipient in a.EncryptedTo ?? [])
            Field("opened by", recipient);
        Field("inside", a.DocumentBytes is { } bytes ? Size(bytes) : a.NotOpened == "no-key" ? "not opened: needs --key" : $"not opened: {a.NotOpened}");
    }

    private void Signature(SignatureView signature, string whole)
    {
        Line("");
        Line($"signature: {signature}");
        Certificate(signature.Certificate, signature.Status == "invalid");
        foreach (var digest in signature.Digests ?? [])
            Field("signed", Digest(digest, whole));
    }

    private static string Party(PartyView party)
    {
        IEnumerable<string> ids = party.Her is { } her ? [string.Create(CultureInfo.InvariantCulture, $"HER {her}"), .. party.Ids] : party.Ids;
        return string.Join(", ", ids) + (party.Role is null ? "" : $" as {party.Role}");
    }

    private static string Digest(DigestView digest, string whole) => $"{(digest.Uri.Length == 0 ? whole : digest.Uri)} {digest.Algorithm} {digest.Value}";
}
