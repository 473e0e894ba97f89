using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Kith;
using Hub.Kith.Codes;
using Hub.Kith.MsgHead;
using Hub.Kith.Types;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Messages;

/// <summary>A content as a document of the national message network: a letter in the message's own form, under a hodemelding. The README beside this file has the rules.</summary>
public abstract class KithMapping : IMapping
{
    /// <summary>Media type of the documents.</summary>
    public const string XmlType = "application/xml";

    private const string ConversationPrefix = "conversation:";
    private readonly string _type;
    private readonly string _attachments;

    private protected KithMapping(string name, string type, string attachments, params IEnumerable<ContentKind> accepts) =>
        (Name, _type, _attachments, Accepts) = (name, type, attachments, new HashSet<ContentKind>(accepts));

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; }

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (!Accepts.Contains(envelope.Content.Kind))
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var ledger = new MappingLedger(envelope);
        var frame = MessageFrame.Of(envelope, context, Name, ledger);
        var errors = new List<HubError>(frame.Errors);
        var patient = Patient(envelope, ledger, errors);
        var letter = LetterWriting.Of(envelope.Content, ledger);
        if (letter is null or { Sections.Count: 0 })
            errors.Add(KithErrors.Empty.At("Content"));
        if (errors.Count > 0)
            return MappingOutcome.Failed(errors);
        ledger.Add(Line.Left("SourceId", "MsgId is made by the hub; the source's own number stays on the timeline"));
        var conversation = Conversation(envelope, ledger);
        var info = Info(frame.Value, patient!, conversation);
        var business = Business(letter!, info, frame.Value, errors);
        if (errors.Count > 0)
            return MappingOutcome.Failed(errors);
        return Finish(letter!, info, business!, frame.Value);
    }

    private protected abstract XElement? Business(Letter letter, MsgInfo info, MessageFrame frame, List<HubError> errors);

    /// <summary>Findings that stop a document, as errors: rule and path, never a text of it.</summary>
    private protected static IEnumerable<HubError> Faults(IEnumerable<KithFinding> findings) =>
        findings.Where(f => f.Severity == KithSeverity.Error).Select(f => KithErrors.NotValid.At(f.Path, $"{f.Code}: {f.Text}"));

    private static Person? Patient(Envelope envelope, MappingLedger ledger, List<HubError> errors)
    {
        var patient = envelope.Patient;
        if (!Hub.Fhir.Terminology.IdentifierSystems.IsNationalPatient(patient.Id.System) || string.IsNullOrWhiteSpace(patient.Id.Value))
            errors.Add(MappingErrors.NoNationalId.At("Patient.Id"));
        var person = MessagePeople.Patient(patient);
        if (person is null)
            errors.Add(KithErrors.PatientUnnamed.At("Patient.Name"));
        ledger.Add(Line.To("Patient.Id", "MsgInfo/Patient/Ident"));
        ledger.Add(Line.To("Patient.Name", "MsgInfo/Patient"));
        ledger.AddIf(patient.OtherIds.Count > 0, Line.Left("Patient.OtherIds", "The receiver finds the patient by the national number"));
        return person;
    }

    // A source that answers in a dialogue names it: conversation:FIRST or conversation:FIRST/PREVIOUS, both MsgIds. Any other correlation is the hub's own thread.
    private static ConversationRef? Conversation(Envelope envelope, MappingLedger ledger)
    {
        if (envelope.Correlation is not { } correlation)
            return null;
        var ids = correlation.StartsWith(ConversationPrefix, StringComparison.Ordinal) ? correlation[ConversationPrefix.Length..].Split('/') : [];
        if (ids is not ([_] or [_, _]) || !ids.All(i => Guid.TryParse(i, out _)))
        {
            ledger.Add(Line.Left("Correlation", "The hub's own thread; the receiver has no message of it"));
            return null;
        }

        ledger.Add(Line.To("Correlation", "MsgInfo/ConversationRef"));
        return new ConversationRef(ids[^1], ids[0]);
    }

    private MsgInfo Info(MessageFrame frame, Person patient, ConversationRef? conversation) => new()
    {
        Type = MessageLists.MessageType.Cs(_type),
        GenDate = TS.Of(frame.Made),
        MsgId = frame.MessageId.ToString("D"),
        ConversationRef = conversation,
        Sender = new Kith.MsgHead.Party(MessagePeople.Sender(frame)),
        Receiver = new Kith.MsgHead.Party(MessagePeople.Receiver(frame)),
        Patient = patient,
    };

    private MappingOutcome Finish(Letter letter, MsgInfo info, XElement business, MessageFrame frame)
    {
        var main = new Document { RefDoc = new RefDoc { IssueDate = TS.Of(frame.Made), MsgType = MessageLists.DocumentType.Cs("XML"), Content = [business] } };
        var written = MessageWriter.Write(new Message { Info = info, Documents = [main, .. MessageAttachments.Of(letter, frame, _attachments)] });
        var faults = Faults(MessageRules.Check(info)).ToArray();
        if (faults.Length > 0)
            return MappingOutcome.Failed(faults);
        // The last look before it is signed: what the document does not say, nobody will ever read.
        foreach (var place in LetterCheck.MissingPlaces(letter, written.Bytes))
            frame.Ledger.Add(new LedgerEntry(place, null, null));
        return new MappingOutcome(
            new OutboundDocument(Name, XmlType, written.Bytes, info.MsgId) { Properties = new Dictionary<string, string> { [MessageProperties.Action] = _type } }, frame.Ledger.Lines, []);
    }
}
