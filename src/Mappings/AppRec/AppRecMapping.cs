using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Kith.AppRec;
using Hub.Kith.Codes;
using Hub.Kith.MsgHead;
using Hub.Mappings.Ledger;
using Hub.Mappings.Messages;

namespace Hub.Mappings.AppRec;

/// <summary>Mapping <c>kith.apprec</c>: the receipt (AppRec) of a clinical message, by what became of it (HISD 1168, HIS 80415). The README beside this file has the rules.</summary>
public sealed class AppRecMapping : IAnswerMapping
{
    private const string Action = "APPREC";

    /// <inheritdoc/>
    public string Name => "kith.apprec";

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Clinical };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not ClinicalMessage message)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var document = IncomingDocument.Of(message.Document);
        if (document.Info is not { GenDate.V: not null } info || string.IsNullOrWhiteSpace(info.MsgId) || info.Sender.Organisation.Idents.Count == 0)
            return MappingOutcome.Failed(KithErrors.Unanswerable.At("Content.Document"));
        var from = Answering(info, context.Tenant.Messaging?.Her);
        var answer = new ReceiptAnswer(from, Role(from, document.Version, info), Verdict.Of(message, context));
        var id = context.Ids.For("apprec");
        var written = ReceiptWriter.Write(ReceiptFactory.Make(info, answer, document.Version, id, envelope.AcceptedAt));
        var ledger = new MappingLedger(envelope);
        Account(envelope, message, ledger);
        return new MappingOutcome(
            new OutboundDocument(Name, KithMapping.XmlType, written.Bytes, id.ToString("D")) { Properties = MessageProperties.Answer(message.Transport, Action) }, ledger.Lines, []);
    }

    // The copy receiver that is ours answers where the main receiver is somebody else.
    private static AnsweringReceiver Answering(MsgInfo info, int? own)
    {
        var her = own?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (her is null || info.Receiver.Address.Service == her)
            return AnsweringReceiver.Primary;
        for (var i = 0; i < info.OtherReceivers.Count; i++)
        {
            if (Kith.MsgHead.HerAddress.Of(info.OtherReceivers[i].Organisation).Service == her)
                return new AnsweringReceiver(i);
        }

        return AnsweringReceiver.Primary;
    }

    private static string Role(AnsweringReceiver from, AppRecVersion version, MsgInfo info) => (from.IsPrimary, version) switch
    {
        (false, _) => "COP",
        (_, AppRecVersion.V11) => "PRIM",
        _ => info.Type.V?.StartsWith("SVAR_", StringComparison.Ordinal) == true ? "REQ" : "SPR",
    };

    private static void Account(Envelope envelope, ClinicalMessage message, MappingLedger ledger)
    {
        const string reason = "A receipt tells of the message as a whole";
        ledger.Add(Line.To("Document", "AppRec/OriginalMsgId, Sender, Receiver"));
        foreach (var field in new[] { "MessageId", "MessageType", "Time" })
            ledger.Add(Line.Left(field, "The receipt repeats what the document itself says, verbatim"));
        ledger.Add(Line.Left("Patient.Id", "A receipt names no patient"));
        ledger.AddIf(envelope.Patient.Name is not null, Line.Left("Patient.Name", "A receipt names no patient"));
        ledger.AddIf(envelope.Patient.OtherIds.Count > 0, Line.Left("Patient.OtherIds", "A receipt names no patient"));
        ledger.Add(Line.Left("SourceId", "The receipt names the MsgId"));
        ledger.AddIf(message.Refusals.Count > 0, Line.To("Refusals", "AppRec/Error"));
        ledger.AddIf(message.Refusals.Any(r => r.System is not null), Line.Left("Refusals.System", "Receipts know one list only (Volven 8221)"));
        ledger.AddIf(message.Refusals.Any(r => !MessageLists.AppRecError.Has(r.Code)), Line.Left("Refusals.Code", "Not a code of the list: X99 stands in its place, with the words"));
        ledger.AddIf(message.Transport.Count > 0, Line.Left("Transport", "The envelope of the receipt is addressed by it"));
        foreach (var (field, present) in new[]
        {
            ("Correlation", envelope.Correlation is not null), ("Entries", message.Entries.Count > 0), ("Title", message.Title is not null), ("Senders", message.Senders.Count > 0),
            ("Facts", message.Facts.Count > 0), ("Attachments", message.Attachments.Count > 0), ("Conversation", message.Conversation is not null), ("Parent", message.Parent is not null),
            ("Dispatch", message.Dispatch is not null), ("Triage", message.Triage != Triage.None), ("Corrects", message.Corrects is not null),
        })
            ledger.AddIf(present, Line.Left(field, reason));
    }
}
