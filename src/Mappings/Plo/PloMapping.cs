using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Kith.Codes;
using Hub.Kith.MsgHead;
using Hub.Kith.Plo;
using Hub.Kith.Types;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;
using Hub.Mappings.Messages;

namespace Hub.Mappings.Plo;

/// <summary>A letter as a PLO message of version 1.6.</summary>
public abstract class PloMapping : KithMapping
{
    private protected PloMapping(string name, string type, params IEnumerable<ContentKind> accepts)
        : base(name, type, MessageAttachments.Both, accepts)
    {
    }

    private protected sealed override XElement? Business(Letter letter, MsgInfo info, MessageFrame frame, List<HubError> errors)
    {
        var fitted = letter with { Sections = [.. letter.Sections.Select(Fit)] };
        var body = Body(fitted, frame, errors);
        if (errors.Count > 0 || body is null)
            return null;
        var document = new PloDocument { Opening = Opening(letter, frame), Body = body };
        errors.AddRange(Faults(PloChecks.Check(document, frame.Made)));
        var written = PloWriter.Write(document, frame.MessageId);
        errors.AddRange(Faults(written.Findings));
        return errors.Count > 0 ? null : PloWriter.ToElement(document, frame.MessageId);
    }

    private protected abstract PloBody? Body(Letter letter, MessageFrame frame, List<HubError> errors);

    /// <summary>A section under a heading that the message type has; one it has not keeps its words as first line.</summary>
    private protected virtual LetterSection Fit(LetterSection section) => section.Topic switch
    {
        { List: 9145, Code: "1" } => section with { Topic = LetterTopic.Summary, Heading = section.Heading ?? section.Topic.Name },
        { List: 9145 } => section with { Topic = LetterTopic.NextSteps, Heading = section.Heading ?? section.Topic.Name },
        _ => section,
    };

    /// <summary>Adds an error for every heading that the profile demands and the letter lacks.</summary>
    private protected static void Demand(Letter letter, List<HubError> errors, params IEnumerable<LetterTopic> topics)
    {
        foreach (var topic in topics.Where(t => !letter.Sections.Any(s => s.Topic == t)))
            errors.Add(KithErrors.HeadingMissing.At("Content", $"The message type demands the heading {topic.Code} of list {topic.List} ({topic.Name})"));
    }

    /// <summary>Texts under the headings of the medical section; null when there are none.</summary>
    private protected static MedisinskfagligeOpplysninger? Medical(Letter letter) =>
        Texts(letter, s => s.Topic.List != 9141) is { Count: > 0 } texts ? PloNotes.Medical(texts) : null;

    /// <summary>Texts under the headings of the nursing section; null when there are none.</summary>
    private protected static Sykepleierdokumentasjon? Nursing(Letter letter) =>
        Texts(letter, s => s.Topic.List == 9141) is { Count: > 0 } texts ? PloNotes.Nursing(texts) : null;

    /// <summary>The event of a stay that the handover is.</summary>
    private protected static OpplysningOpphold Event(Letter letter, MessageFrame frame) => new()
    {
        TidsfestetHendelse = new TidsfestetHendelse
        {
            BeskrivelseAvHendelse = letter.Subject,
            TidspunktForHendelse = TS.Of(letter.Time.Start),
            Anslag = letter.Time.Start > frame.Made,
        },
    };

    private static List<Journaltekst> Texts(Letter letter, Func<LetterSection, bool> where) =>
        [.. letter.Sections.Where(where).Select(s => PloNotes.Text(new CV(s.Topic.Code, CV.VolvenPrefix + s.Topic.List.ToString(System.Globalization.CultureInfo.InvariantCulture), s.Topic.Name), s.Written))];

    // The schema asks for an identifier of a person: an author without one is named beside the unit.
    private static PloOpening Opening(Letter letter, MessageFrame frame)
    {
        var author = MessagePeople.Professional(letter.Author, frame);
        var responsible = author is { Idents.Count: > 0 };
        var remark = letter.Author is { } named && !responsible ? $"Skrevet av: {Parties.Of(named)}" : null;
        frame.Ledger.AddIf(remark is not null, Line.Moved("Author", "TilknyttetEnhet/Merknad", "A responsible person needs an HPR number"));
        return new PloOpening
        {
            InformasjonOmForsendelsen = new InformasjonOmForsendelsen { Forsendelsesstatus = MessageLists.Forsendelsesstatus.Cs("N") },
            TilknyttetEnhet = [new TilknyttetEnhet { Kontaktenhet = MessagePeople.Unit(frame), Merknad = remark }],
            AnsvarForRapport = responsible ? [new AnsvarForRapport { AnsvarligRapport = author }] : [],
        };
    }
}
