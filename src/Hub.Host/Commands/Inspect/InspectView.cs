namespace Hub.Host.Commands.Inspect;

/// <summary>All that is said about a file. Text and JSON are both written from this, and its names are the names in the JSON (ops/msh-inspect.md).</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Kind">What it is: mail, mime, soap or document.</param>
/// <param name="Unpacked">What was taken off to get at it: base64, cms, gzip; empty for a plain file.</param>
/// <param name="Result">The verdict as a whole; decides the exit code.</param>
/// <param name="ExitCode">Exit code of the command.</param>
/// <param name="Message">The ebXML message, when there is one that can be read.</param>
/// <param name="Attachments">Its attachments.</param>
/// <param name="Signature">The signature of the file.</param>
/// <param name="Findings">What is wrong or worth knowing about the message, worst first.</param>
/// <param name="Documents">The documents: in the attachments that could be opened, or the file itself.</param>
internal sealed record InspectView(
    string File, long Bytes, string Kind, IReadOnlyList<string> Unpacked, string Result, int ExitCode, MessageView? Message, IReadOnlyList<AttachmentView> Attachments,
    SignatureView Signature, IReadOnlyList<FindingView> Findings, IReadOnlyList<DocumentView> Documents);

/// <summary>A signature.</summary>
/// <param name="Status">valid, invalid or none.</param>
/// <param name="Reason">Why it is invalid, for machines.</param>
/// <param name="Text">Why it is invalid, for people.</param>
/// <param name="Certificate">Who signed; when the signature is invalid, who claims to have.</param>
/// <param name="Digests">What was signed, when it is valid.</param>
internal sealed record SignatureView(string Status, string? Reason, string? Text, CertificateView? Certificate, IReadOnlyList<DigestView>? Digests)
{
    /// <summary>valid, none, or invalid with the reason.</summary>
    public override string ToString() => Reason is null ? Status : $"{Status}: {Reason}";
}

/// <summary>A certificate.</summary>
/// <param name="Subject">Whom it was issued to; null for a person whose name is not shown.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Serial">Serial number in hexadecimal.</param>
/// <param name="ValidFrom">Start of validity.</param>
/// <param name="ValidTo">End of validity.</param>
/// <param name="KeyUsage">Key usages; empty for none.</param>
/// <param name="KeyBits">Size of an RSA key.</param>
/// <param name="Thumbprint">SHA-1 thumbprint, as the address register gives it.</param>
internal sealed record CertificateView(
    string? Subject, string Issuer, string Serial, DateTimeOffset ValidFrom, DateTimeOffset ValidTo, string KeyUsage, int? KeyBits, string Thumbprint);

/// <summary>A digest as signed or as acknowledged.</summary>
/// <param name="Uri">Empty for the envelope, else cid: and the content id.</param>
/// <param name="Algorithm">sha1, sha256 and so on.</param>
/// <param name="Value">The digest in base64.</param>
internal sealed record DigestView(string Uri, string Algorithm, string Value);

/// <summary>A finding about the message.</summary>
/// <param name="Rule">Rule of HITS 1172; null when none covers it.</param>
/// <param name="Severity">error, warning or note.</param>
/// <param name="Code">The ebXML error code that an answer would carry.</param>
/// <param name="Path">Where.</param>
/// <param name="Text">What.</param>
internal sealed record FindingView(int? Rule, string Severity, string Code, string Path, string Text);
