using System.Xml.Linq;
using Hub.Kith.Codes;
using Hub.Kith.MsgHead;
using Hub.Kith.Types;

namespace Hub.Simulators.Messaging;

/// <summary>Writes documents as a counterpart's journal system would: head, business document, attachments.</summary>
/// <param name="own">Who writes.</param>
/// <param name="time">The clock.</param>
public sealed class LetterWriter(CounterpartParty own, TimeProvider time)
{
    /// <summary>The professional who stands for everything that is written here.</summary>
    internal HealthcareProfessional Responsible { get; } = new()
    {
        TypeHealthcareProfessional = PartyLists.Profession.Cs("SP"),
        RoleToPatient = PartyLists.RoleToPatient.Cv("9"),
        FamilyName = "Prøvesen",
        GivenName = "Åse",
        Idents = [new Ident("9144889", PartyLists.PersonId.Cv("HPR"))],
        TeleComs = [new TeleCom(null, $"tel:{own.Phone}")],
    };

    internal DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Writes a document to another party.</summary>
    /// <param name="to">The receiver.</param>
    /// <param name="type">Code list 8279.</param>
    /// <param name="patient">About whom; null = nobody.</param>
    /// <param name="body">Root of the business document, from the message's own id.</param>
    /// <param name="previous">The message it answers; null when it begins something.</param>
    /// <param name="attachments">Attachments.</param>
    /// <returns>The letter.</returns>
    public Letter Write(
        CounterpartParty to, string type, LetterPatient? patient, Func<Guid, XElement> body, MsgInfo? previous = null, IReadOnlyList<Attachment>? attachments = null)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(body);
        var id = Guid.NewGuid();
        var now = TS.Of(Now);
        var head = new MsgInfo
        {
            Type = MessageLists.MessageType.Cs(type),
            GenDate = now,
            MsgId = id.ToString(),
            ConversationRef = previous is null ? null : Conversation.ReplyTo(previous),
            Sender = new Party(Address(own)),
            Receiver = new Party(Address(to)),
            Patient = patient is null ? null : PersonOf(patient),
        };
        var message = new Message
        {
            Info = head,
            Documents =
            [
                new Document { RefDoc = new RefDoc { IssueDate = now, MsgType = MessageLists.DocumentType.Cs("XML"), Content = [body(id)] } },
                .. (attachments ?? []).Select(Attachments.ToDocument),
            ],
        };
        return new Letter(type, head.MsgId, patient?.NationalId ?? "", MessageWriter.Write(message).Bytes) { Head = head };
    }

    /// <summary>A document about a patient as attachment.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="lines">Its text.</param>
    /// <returns>A PDF of one page.</returns>
    public Attachment Pdf(string title, params IReadOnlyList<string> lines) => new("application/pdf", title, TS.Of(Now), OnePagePdf.Write(title, lines));

    private static Organisation Address(CounterpartParty party) => new()
    {
        Name = party.EnterpriseName,
        Idents = [Her(party.EnterpriseHer), new Ident(party.OrganizationNumber, PartyLists.OrganisationId.Cv("ENH"))],
        Inner = new Organisation { Name = party.ServiceName, Idents = [Her(party.ServiceHer)] },
    };

    private static Ident Her(int her) => new(her.ToString(System.Globalization.CultureInfo.InvariantCulture), PartyLists.OrganisationId.Cv("HER"));

    private static Person PersonOf(LetterPatient patient) => new()
    {
        FamilyName = patient.FamilyName,
        GivenName = patient.GivenName,
        Idents = [new Ident(patient.NationalId, PartyLists.PersonId.Cv("FNR"))],
    };
}
