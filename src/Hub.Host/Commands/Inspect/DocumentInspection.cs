using System.Buffers;
using System.Xml.Linq;
using Hub.Ebxml.Inspection;
using Hub.Kith;
using Hub.Kith.AppRec;
using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Plo;
using Hub.Kith.Schemas;
using Hub.Kith.Xml;
using MessageRules = Hub.Kith.MsgHead.MessageRules;

namespace Hub.Host.Commands.Inspect;

/// <summary>Looks at one document: what it is, whether its schema holds, what it says about itself.</summary>
internal sealed class DocumentInspection(Discretion discretion)
{
    // Byte order marks, the empty bytes of UTF-16, and white space.
    private static readonly SearchValues<byte> BeforeXml = SearchValues.Create([0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']);

    /// <summary>Inspects a document.</summary>
    /// <param name="attachment">The attachment it came in, or the file itself.</param>
    /// <param name="signature">Its own signature.</param>
    /// <returns>The view; null when the bytes are no XML, such as a picture.</returns>
    public DocumentView? Inspect(InspectedAttachment attachment, SignatureView signature)
    {
        if (attachment.Document is not { } bytes || !LooksLikeXml(bytes.Span))
            return null;
        var contentId = attachment.Opened is null ? null : attachment.ContentId;
        var read = KithXml.Read(bytes);
        if (read.Root is null)
            return Empty(contentId, "XML", "", "", signature) with { Schema = "invalid", Findings = [.. read.Findings.Select(View)] };
        var what = KithDocument.Recognize(read.Root);
        var root = KithDocument.Unwrap(read.Root);
        var schema = KithSchemas.Validate(root);
        var view = Empty(contentId, Standard(what.Kind), what.Version, $"{what.RootName} {{{what.Namespace}}}", signature) with
        {
            Wrapper = what.Wrapper,
            Schema = schema.Any(f => f.Severity == KithSeverity.Error) ? "invalid" : schema.Any(f => f.Code == KithCodes.NoSchema && f.Path == XmlPath.Of(root)) ? "unjudged" : "valid",
        };
        var (filled, findings) = what.Kind switch
        {
            KithKind.MsgHead => Head(view, read.Root),
            KithKind.AppRec => Receipt(view, read.Root),
            KithKind.Plo => Plo(view, PloReader.Read(root), null),
            KithKind.Dialog => Dialog(view, DialogReader.Read(root), null),
            _ => (view, []),
        };
        return filled with { Findings = [.. read.Findings.Concat(schema).Concat(findings).Distinct().OrderByDescending(f => f.Severity).Select(View)] };
    }

    /// <summary>Whether bytes begin as XML does, in any encoding.</summary>
    /// <param name="bytes">The bytes.</param>
    public static bool LooksLikeXml(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOfAnyExcept(BeforeXml);
        return at >= 0 && bytes[at] == '<';
    }

    private (DocumentView, IEnumerable<KithFinding>) Head(DocumentView view, XElement root)
    {
        var reading = MessageReader.Read(root);
        if (reading.Message is not { } message)
            return (view, reading.Findings);
        var info = message.Info;
        var (attachments, attachmentFindings) = Attachments.Of(message);
        view = view with
        {
            Type = new CodeView(info.Type.V, info.Type.DN),
            MsgId = info.MsgId,
            Sent = info.GenDate.V,
            Processing = info.ProcessingStatus?.V switch { null or "P" => "production", "T" => "test", _ => "debug" },
            Sender = Unit(info.Sender),
            Receiver = Unit(info.Receiver),
            Copies = info.OtherReceivers.Count,
            Conversation = info.ConversationRef is { } c ? new ConversationView(c.RefToConversation, c.RefToParent) : null,
            PatientIds = info.Patient is { } patient ? [.. patient.Idents.Select(i => discretion.ShowsContent ? $"{i.TypeId.V} {i.Id}" : i.TypeId.V ?? "?")] : null,
            Contents = [.. message.Documents.Concat(message.PatientReports.SelectMany(r => r.Documents)).Select((d, i) => Content(d, i == 0 || i > attachments.Count ? null : attachments[i - 1]))],
        };
        IEnumerable<KithFinding> findings = [.. reading.Findings, .. MessageRules.Check(info), .. attachmentFindings];
        if (message.BusinessDocument is not { } business)
            return (view, findings);
        var (inner, more) = KithStandards.Of(business.Name.NamespaceName).Kind switch
        {
            KithKind.Plo => Plo(view, PloMessages.Read(message), info.GenDate.Instant),
            KithKind.Dialog => Dialog(view, DialogReader.Read(business), info),
            _ => (view, []),
        };
        return (inner, findings.Concat(more));
    }

    private (DocumentView, IEnumerable<KithFinding>) Plo(DocumentView view, PloReading reading, DateTimeOffset? sentAt)
    {
        if (reading.Document is not { } plo)
            return (view, reading.Findings);
        view = view with { Status = plo.Status.Length == 0 ? null : plo.Status, Type = view.Type ?? new CodeView(plo.Info.Code, plo.Info.Text), Headings = HeadingViews.Of(plo, discretion) };
        return (view, reading.Findings.Concat(PloChecks.Check(plo, sentAt)));
    }

    private (DocumentView, IEnumerable<KithFinding>) Dialog(DocumentView view, DialogReading reading, MsgInfo? info)
    {
        if (reading.Dialog is not { } dialog)
            return (view, reading.Findings);
        return (view with { Headings = HeadingViews.Of(dialog, discretion) }, info is null ? reading.Findings : reading.Findings.Concat(DialogRules.Check(info, dialog)));
    }

    private (DocumentView, IEnumerable<KithFinding>) Receipt(DocumentView view, XElement root)
    {
        var reading = ReceiptReader.Read(root);
        if (reading.Receipt is not { } receipt)
            return (view, reading.Findings);
        var status = receipt.Status.V switch { "1" => "ok", "2" => "rejected", "3" => "okWithErrors", var other => $"unknown ({other})" };
        view = view with
        {
            Type = new CodeView(receipt.MsgType.V, receipt.MsgType.DN),
            MsgId = receipt.Id,
            Sent = receipt.GenDate.V,
            Sender = Unit(receipt.Sender),
            Receiver = Unit(receipt.Receiver),
            Receipt = new ReceiptView(
                status, [.. receipt.Errors.Select(e => new ReceiptErrorView(e.V, discretion.Masked(e.DN), discretion.Content(e.OT)))],
                new CodeView(receipt.Original.MsgType.V, receipt.Original.MsgType.DN), receipt.Original.Id, receipt.Original.IssueDate.V),
        };
        return (view, reading.Findings);
    }

    private ContentView Content(Document document, Attachment? attachment)
    {
        var reference = document.RefDoc;
        var description = discretion.Content(reference.Description);
        if (reference.Content is not [var root, ..])
            return new ContentView(reference.FileReference is null ? "nothing" : "reference to a file elsewhere", null, null, description);
        if (attachment?.Bytes is { } bytes)
            return new ContentView(attachment.MimeType ?? "attachment", null, bytes.Length, description);
        var what = KithDocument.Recognize(root);
        return new ContentView($"{Standard(what.Kind)} {what.Version}".TrimEnd(), $"{what.RootName} {{{what.Namespace}}}", null, description);
    }

    private UnitView Unit(Party party)
    {
        var (address, organisation) = (party.Address, party.Organisation);
        var person = organisation.Professional;
        IReadOnlyList<string?> names = [organisation.Name, organisation.Inner?.Name, person is null ? null : $"{person.GivenName} {person.FamilyName}"];
        return new UnitView(address.Enterprise, address.Service, discretion.Masked(organisation.IdOf("ENH")), discretion.ShowsContent ? [.. names.OfType<string>()] : null);
    }

    private UnitView Unit(ReceiptParty party)
    {
        var unit = party.Inst ?? party.HcProf;
        var inner = (IReadOnlyList<ReceiptUnit>)[.. unit?.Departments ?? [], .. unit?.Persons ?? []];
        var names = new[] { unit }.Concat(inner).Select(u => u?.Name).OfType<string>();
        return new UnitView(
            discretion.Masked(unit?.IdOf("HER")), discretion.Masked(inner.Select(u => u.IdOf("HER")).FirstOrDefault(id => id is not null)), discretion.Masked(unit?.IdOf("ENH")), discretion.ShowsContent ? [.. names] : null);
    }

    private static DocumentView Empty(string? contentId, string standard, string version, string root, SignatureView signature) =>
        new(contentId, standard, version, root, null, null, null, null, null, null, null, 0, null, null, null, null, [], [], signature, "unjudged", []);

    private static string Standard(KithKind kind) => kind switch
    {
        KithKind.MsgHead => "MsgHead",
        KithKind.AppRec => "AppRec",
        KithKind.Plo => "PLO",
        KithKind.Dialog => "Dialogmelding",
        _ => "XML",
    };

    private static DocumentFindingView View(KithFinding finding) =>
        new(finding.Code, finding.Severity switch { KithSeverity.Error => "error", KithSeverity.Warning => "warning", _ => "note" }, finding.Path, finding.Text);
}
