using Hub.Ebxml.Certificates;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Inspection;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Signing;

namespace Hub.Host.Commands.Inspect;

/// <summary>Looks at any file of the message network. What a verdict means stands in ops/msh-inspect.md.</summary>
internal static class FileInspection
{
    private const string KeyInfo = "ds:Signature/ds:KeyInfo";

    /// <summary>Inspects a file; never throws for what is in it.</summary>
    /// <param name="request">The file, and how to look at it.</param>
    public static InspectOutcome Inspect(InspectRequest request)
    {
        if (request.Bytes.IsEmpty)
            return Refuse("The file is empty.");
        var (bytes, layers, locked) = Unpacking.Open(request.Bytes, request.Keys);
        if (locked is not null)
            return Refuse(locked);
        var report = MessageInspection.Inspect(bytes, new InspectionOptions { Opening = new OpenOptions { Decryptor = request.Keys, AllowTripleDes = true } });
        var signature = Pin(report, request);
        if (WhyNoMessage(report, bytes.Span) is { } why)
            return Refuse(why);

        var discretion = new Discretion(request.ShowContent);
        var views = new MessageViews(discretion);
        var documents = Documents(report, signature, views, new DocumentInspection(discretion));
        if (report.Kind == InspectedKind.Document && documents is not [{ Standard: not "XML" }])
            return Refuse("The file is XML, but neither an ebXML message nor a KITH document.");
        IReadOnlyList<Finding> findings = [.. report.Findings.Concat(AboutCertificate(report, signature, request)).OrderByDescending(f => f.Severity).ThenBy(f => f.Rule ?? int.MaxValue)];
        var (result, exit) = Judge(signature, request, documents, findings);
        return new InspectOutcome(
            new InspectView(
                request.Name, request.Bytes.Length, KindOf(report.Kind), layers, result, exit, report.Message is { } message ? views.Message(message) : null,
                report.Kind == InspectedKind.Document ? [] : [.. report.Attachments.Select(MessageViews.Attachment)], views.Signature(signature),
                [.. findings.Select(MessageViews.Finding)], documents),
            null);
    }

    private static InspectOutcome Refuse(string why) => new(null, why);

    /// <summary>The verdict, with the certificate that was asked for.</summary>
    private static SignatureVerdict Pin(InspectionReport report, InspectRequest request) =>
        report.Signature is ValidSignature valid && request.Signer is { } signer && !signer.RawDataMemory.Span.SequenceEqual(valid.Certificate.RawDataMemory.Span)
            ? new InvalidSignature(CertificateFaults.NotThePartners, 44, "The signature holds, but its certificate is not the one given by --cert.") { Claimed = valid.Certificate.RawDataMemory }
            : report.Signature;

    /// <summary>A message that is ambiguous, as after an attack, has no message but a verdict, and is shown.</summary>
    private static string? WhyNoMessage(InspectionReport report, ReadOnlySpan<byte> bytes)
    {
        if (report.Message is not null || report.Kind == InspectedKind.Document || report.Signature is InvalidSignature { Reason: not SignatureFaults.NotReadable })
            return null;
        var what = report.Kind switch
        {
            InspectedKind.Mail => "The file is a mail without an ebXML message that can be read",
            InspectedKind.MimeBody => "The file is MIME without an ebXML message that can be read",
            InspectedKind.Soap => "The file is a SOAP envelope without an ebXML message that can be read",
            _ when DocumentInspection.LooksLikeXml(bytes) => "The file begins as XML does and cannot be read",
            _ => null,
        };
        if (what is null || bytes.StartsWith("-----BEGIN"u8))
            return "The file is neither an ebXML message nor a KITH document.";
        var first = report.Findings.FirstOrDefault(f => f.Severity == FindingSeverity.Error);
        return first is null ? what + "." : $"{what}: {char.ToLowerInvariant(first.Text[0])}{first.Text[1..]}";
    }

    private static List<DocumentView> Documents(InspectionReport report, SignatureVerdict signature, MessageViews views, DocumentInspection inspection)
    {
        var documents = new List<DocumentView>();
        foreach (var attachment in report.Attachments)
        {
            var own = report.Kind == InspectedKind.Document ? signature : attachment.Signature;
            if (inspection.Inspect(attachment, views.Signature(own)) is { } view)
                documents.Add(view);
        }

        return documents;
    }

    private static IEnumerable<Finding> AboutCertificate(InspectionReport report, SignatureVerdict signature, InspectRequest request)
    {
        if (signature is InvalidSignature { Reason: CertificateFaults.NotThePartners } other)
            yield return new Finding(other.Rule, FindingSeverity.Error, ErrorCodes.SecurityFailure, KeyInfo, other.Text);
        if (signature is not ValidSignature valid || report.Message is not { } message || message.Header.Timestamp == DateTimeOffset.MinValue)
            yield break;
        var check = new CertificateCheck(null, null).Decide(valid.Certificate, CertificatePurpose.Signing, message.Header.Timestamp, request.Now);
        if (check is not CertificateRefused refused)
            yield break;
        int? rule = refused.Reason switch { CertificateFaults.NotYetValid => 104, CertificateFaults.Expired => 105, _ => null };
        yield return new Finding(rule, FindingSeverity.Warning, ErrorCodes.SecurityFailure, KeyInfo, $"{refused.Text.TrimEnd('.')} when the message was made.");
    }

    private static (string Result, int Exit) Judge(SignatureVerdict signature, InspectRequest request, List<DocumentView> documents, IReadOnlyList<Finding> findings)
    {
        if (signature is InvalidSignature || documents.Exists(d => d.Signature.Status == "invalid"))
            return ("invalidSignature", ExitCode.BadSignature);
        if (signature is NoSignature && request.Signer is not null)
            return ("notSigned", ExitCode.BadSignature);
        if (documents.Exists(d => d.Schema == "invalid"))
            return ("invalidDocument", ExitCode.BadDocument);
        return findings.Any(f => f.Severity == FindingSeverity.Error) ? ("brokenRule", ExitCode.Failed) : ("valid", ExitCode.Done);
    }

    private static string KindOf(InspectedKind kind) => kind switch
    {
        InspectedKind.Mail => "mail",
        InspectedKind.MimeBody => "mime",
        InspectedKind.Soap => "soap",
        InspectedKind.Document => "document",
        _ => "unknown",
    };
}
