using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Plo;
using Hub.Kith.Types;
using Foresporsel = Hub.Kith.Dialog.Foresporsel;
using Party = Hub.Core.Content.Party;

namespace Hub.Adapters.Ebxml.Reading;

/// <summary>Reads a PLO message or dialogmelding into a <see cref="ClinicalMessage"/>: every text with its heading, every other value as a fact, every attachment. Nothing is dropped: what no schema knows becomes a fact as well.</summary>
public static class ClinicalMessageReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="document">The MsgHead with its documents, byte by byte.</param>
    /// <param name="info">Its head, as read.</param>
    /// <returns>The reading. A document that is no XML gives its head only.</returns>
    public static ClinicalReading Read(ReadOnlyMemory<byte> document, MsgInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        var message = MessageReader.Read(document).Message;
        var business = message?.BusinessDocument;
        var texts = business is null ? [] : Texts(business);
        var attachments = message is null ? [] : Attachments.Of(message).Attachments.Select(Attachment).ToList();
        var time = info.GenDate.Instant ?? DateTimeOffset.UnixEpoch;
        var content = new ClinicalMessage(info.Type.V ?? "", info.MsgId, new ClinicalTime(time, Literal: info.GenDate.V), texts, document)
        {
            Title = info.Type.DN,
            Senders = Senders(info.Sender.Organisation),
            Facts = business is null ? [] : ClinicalFacts.Of(business, textsAreEntries: texts.Count > 0),
            Attachments = attachments,
            Conversation = info.ConversationRef is null ? null : Conversation.Find(info, static _ => null).FirstMsgId,
            Parent = info.ConversationRef?.RefToParent,
            Dispatch = business is not null && PloReader.Read(business).Document is { Status.Length: > 0 } plo ? plo.Status : null,
        };
        return new ClinicalReading(Patients.Of(info), content, HeadLeftOuts.Of(info));
    }

    private static List<ClinicalEntry> Texts(XElement business)
    {
        if (PloReader.Read(business).Document is { } plo)
            return [.. plo.AllTexts.Select(t => new ClinicalEntry(Section(t), Code(t.Heading), t.Text, t.Note))];
        return DialogReader.Read(business).Dialog is { } dialog ? Dialog(dialog) : [];
    }

    private static List<ClinicalEntry> Dialog(Dialogmelding dialog)
    {
        var entries = new List<ClinicalEntry>();
        foreach (var note in dialog.Notater)
        {
            Add("Notat", note.Tema is null ? note.TemaKodet : note.TemaKodet with { OT = note.Tema }, note.TekstNotatInnhold, note.Merknad);
            if (note.Foresporsel is { } within)
                Ask(within);
        }

        foreach (var request in dialog.Foresporsler)
            Ask(request);
        return entries;

        void Ask(Foresporsel request) =>
            Add("Foresporsel", request.EmneSporsmal is null ? request.TypeForesp : request.TypeForesp with { OT = request.EmneSporsmal }, request.Sporsmal, request.Begrunnelse);

        void Add(string section, CV code, FormattedText? text, string? remark)
        {
            if (text is { IsEmpty: false } || remark is not null)
                entries.Add(new ClinicalEntry([section], Code(code), text?.ToPlain() ?? "", remark));
        }
    }

    private static IReadOnlyList<string> Section(JournalEntry entry) => entry.Category is { Length: > 0 } category ? [entry.Section, category] : [entry.Section];

    // The sender's own words go before the list's.
    private static Coding? Code(CV? code) => code is null or { V: null, OT: null, DN: null } ? null : new Coding(code.S is null ? null : $"urn:oid:{code.S}", code.V ?? "", code.OT ?? code.DN);

    private static ClinicalAttachment Attachment(Attachment attachment) => attachment.Xml is { } xml
        ? new ClinicalAttachment(attachment.Description, attachment.MimeType ?? "application/xml", System.Text.Encoding.UTF8.GetBytes(xml.ToString(SaveOptions.DisableFormatting)))
        : new ClinicalAttachment(attachment.Description, attachment.MimeType ?? "application/octet-stream", attachment.Bytes ?? default);

    private static List<Party> Senders(Organisation organisation)
    {
        var senders = new List<Party>();
        for (var unit = organisation; unit is not null; unit = unit.Inner)
        {
            senders.Add(new Party(PartyRole.Organization, PartyIds.Of(unit.Idents), unit.Name));
            if (unit.Professional is { } person)
                senders.Add(new Party(PartyRole.Practitioner, PartyIds.Of(person.Idents), Patients.Name(person.GivenName, person.MiddleName, person.FamilyName)));
        }

        senders.RemoveAll(s => s.Id is null && string.IsNullOrWhiteSpace(s.Name));
        return senders;
    }
}
