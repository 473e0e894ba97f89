using System.Text.Encodings.Web;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Kith.Types;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Dho;

/// <summary>Mapping <c>dho.followup</c>: what a message from the hospital means for home follow-up (admitted: paused, discharged: goes on, dead: ended), for a vendor of such systems. The README beside this file has the form.</summary>
public sealed class FollowUpMapping : IMapping
{
    private const string Events = "urn:oid:2.16.578.1.12.4.1.1.9121";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Name in routes.</summary>
    public const string MappingName = "dho.followup";

    /// <inheritdoc/>
    public string Name => MappingName;

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Clinical };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not ClinicalMessage message)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        if (!Hub.Fhir.Terminology.IdentifierSystems.IsNationalPatient(envelope.Patient.Id.System) || string.IsNullOrWhiteSpace(envelope.Patient.Id.Value))
            return MappingOutcome.Failed(MappingErrors.NoNationalId.At("Patient.Id"));
        if (Meaning(message) is not { } meaning)
            return MappingOutcome.Failed(KithErrors.NoFollowUp.At("Content.MessageType", message is { MessageType: "LOG_DOD", Dispatch: "C" }
                ? "A cancelled notice of death: set the follow-up right by hand"
                : null));
        var ledger = new MappingLedger(envelope);
        var time = When(message, meaning.Event, ledger);
        Account(envelope, message, ledger);
        var id = context.Ids.For("followup").ToString("D");
        return new MappingOutcome(new OutboundDocument(Name, "application/json", Write(envelope, message, meaning, time, id), id), ledger.Lines, []);
    }

    // A cancellation takes back what the message said (HIS 1154). Nobody is brought back to follow-up by machine after a notice of death.
    private static (string State, string Reason, string Event)? Meaning(ClinicalMessage message) => (message.MessageType, message.Dispatch) switch
    {
        ("LOG_INNLAGT", "C") => ("included", "Melding om innlagt pasient er kansellert", "1"),
        ("LOG_INNLAGT", _) => ("paused", "Innlagt på sykehus", "1"),
        ("LOG_UTSKREVET", "C") => ("paused", "Melding om utskrevet pasient er kansellert", "2"),
        ("LOG_UTSKREVET", _) => ("included", "Utskrevet fra sykehus", "2"),
        ("LOG_DOD", not "C") => ("ended", "Død", "13"),
        _ => null,
    };

    private static string When(ClinicalMessage message, string code, MappingLedger ledger)
    {
        var happened = message.Facts.FirstOrDefault(f => f.Code is { } c && c.Code == code && (c.System == Events || (c.System is null && f.Name == "Hendelsekode")));
        var time = happened is null ? null : message.Facts.FirstOrDefault(f => f.Name == "TidspunktForHendelse" && f.Path.SequenceEqual(happened.Path));
        if (time is not null && new TS(time.Value).Instant is { } at)
        {
            ledger.Add(Line.To("Facts", "effectiveAt"));
            ledger.Add(Line.To("Time", "source.sentAt"));
            return TS.Of(at).V!;
        }

        ledger.Add(Line.Moved("Time", "effectiveAt", "The message does not say when the event was; the time of the message stands in its place"));
        return TS.Of(message.Time.Start).V!;
    }

    private static void Account(Envelope envelope, ClinicalMessage message, MappingLedger ledger)
    {
        const string status = "The vendor is told the state and no more; the journal has the message";
        ledger.Add(Line.To("Patient.Id", "patient.nationalId"));
        ledger.AddIf(envelope.Patient.Name is not null, Line.Left("Patient.Name", "The vendor knows the patient by the number"));
        ledger.AddIf(envelope.Patient.OtherIds.Count > 0, Line.Left("Patient.OtherIds", "The vendor knows the patient by the national number"));
        ledger.Add(Line.Left("SourceId", "The number of the message is told"));
        ledger.AddIf(envelope.Correlation is not null, Line.Left("Correlation", status));
        ledger.Add(Line.To("MessageType", "source.type"));
        ledger.Add(Line.To("MessageId", "source.message"));
        ledger.AddIf(message.Dispatch is not null, Line.To("Dispatch", "source.cancels"));
        ledger.AddIf(message.Conversation is not null, Line.To("Conversation", "source.chain"));
        foreach (var (field, present) in new[]
        {
            ("Entries", message.Entries.Count > 0), ("Document", true), ("Title", message.Title is not null), ("Senders", message.Senders.Count > 0), ("Facts", message.Facts.Count > 0),
            ("Attachments", message.Attachments.Count > 0), ("Parent", message.Parent is not null),
            ("Transport", message.Transport.Count > 0), ("Refusals", message.Refusals.Count > 0), ("Triage", message.Triage != Triage.None), ("Corrects", message.Corrects is not null),
        })
            ledger.AddIf(present, Line.Left(field, status));
    }

    private static byte[] Write(Envelope envelope, ClinicalMessage message, (string State, string Reason, string Event) meaning, string time, string id)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("eventId", id);
            json.WriteString("type", "follow-up-status");
            json.WriteStartObject("patient");
            json.WriteString("nationalId", envelope.Patient.Id.Value);
            json.WriteEndObject();
            json.WriteString("state", meaning.State);
            json.WriteString("reason", meaning.Reason);
            json.WriteString("effectiveAt", time);
            json.WriteStartObject("source");
            json.WriteString("message", message.MessageId);
            json.WriteString("type", message.MessageType);
            // Messages may come out of order: the chain and the time let the vendor see that one was cancelled before it came, or is older than what it has.
            json.WriteString("chain", message.Conversation ?? message.MessageId);
            json.WriteString("sentAt", TS.Of(message.Time.Start).V);
            json.WriteBoolean("cancels", message.Dispatch == "C");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
