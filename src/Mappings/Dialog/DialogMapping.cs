using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Kith.Codes;
using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Types;
using Hub.Mappings.Letters;
using Hub.Mappings.Messages;

namespace Hub.Mappings.Dialog;

/// <summary>A letter as a dialogmelding with one note.</summary>
public abstract class DialogMapping : KithMapping
{
    private readonly DialogVersion _version;
    private readonly CV _theme;

    private protected DialogMapping(string name, string type, DialogVersion version, CV theme)
        : base(name, type, MessageAttachments.Pdf, LetterWriting.Kinds) => (_version, _theme) = (version, theme);

    private protected sealed override XElement? Business(Letter letter, MsgInfo info, MessageFrame frame, List<HubError> errors)
    {
        var responsible = Responsible(letter, frame);
        if (responsible is null)
        {
            errors.Add(KithErrors.NoResponsible.At("Content.Author"));
            return null;
        }

        var roles = new List<RolleRelatertNotat> { Role(responsible, frame) };
        if (info.ConversationRef is null && _version == DialogVersion.V11)
            roles.Add(Contact(frame));
        var dialog = new Dialogmelding
        {
            Version = _version,
            Notater =
            [
                new Notat
                {
                    TemaKodet = _theme,
                    Tema = letter.Subject,
                    TekstNotatInnhold = FormattedText.Plain(LetterText.Of(letter).ReplaceLineEndings("\r\n")),
                    DatoNotat = Written(letter, frame),
                    Roller = roles,
                },
            ],
        };
        errors.AddRange(Faults(DialogRules.Check(info, dialog)));
        var (element, findings) = DialogWriter.ToElement(dialog);
        errors.AddRange(Faults(findings));
        return element;
    }

    // Where the source names nobody, the tenant file may name who answers for what is sent to this partner.
    private static HealthcareProfessional? Responsible(Letter letter, MessageFrame frame) =>
        MessagePeople.Professional(letter.Author, frame)
        ?? (frame.Option("responsible") is { } named ? MessagePeople.Professional(new Hub.Core.Content.Party(PartyRole.Practitioner, null, named), frame) : null);

    private RolleRelatertNotat Role(HealthcareProfessional responsible, MessageFrame frame) => new()
    {
        RolleNotat = PartyLists.NoteRole.Cv("AHP"),
        TilknyttetEnhet = _version == DialogVersion.V11 ? new TilknyttetEnhet(MessagePeople.Unit(frame)) : null,
        Professional = responsible,
    };

    // A handover may lie ahead; the note about it does not.
    private static TS Written(Letter letter, MessageFrame frame)
    {
        var at = letter.Time.Precision != TimePrecision.Instant || letter.Time.Start > frame.Made ? frame.Made : letter.Time.Start;
        return TS.Of(DateOnly.FromDateTime(at.ToOffset(NorwegianTime.OffsetAt(at)).DateTime));
    }

    private static RolleRelatertNotat Contact(MessageFrame frame) => new()
    {
        RolleNotat = PartyLists.NoteRole.Cv("KHM"),
        RoleToPatient = PartyLists.RoleToPatient.Cv("24"),
        Professional = new HealthcareProfessional
        {
            TypeHealthcareProfessional = PartyLists.Profession.Cs(frame.Option("contactProfession") is { } wanted && PartyLists.Profession.Has(wanted) ? wanted : "LE"),
            RoleToPatient = PartyLists.RoleToPatient.Cv("24"),
        },
    };
}
