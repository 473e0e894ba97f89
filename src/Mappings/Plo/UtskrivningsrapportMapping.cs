using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Kith.Plo;
using Hub.Mappings.Letters;
using Hub.Mappings.Messages;

namespace Hub.Mappings.Plo;

/// <summary>Mapping <c>plo.utskrivningsrapport</c>: Utskrivningsrapport, from the hospital when the patient leaves it (HIS 80704).</summary>
public sealed class UtskrivningsrapportMapping : PloMapping
{
    /// <summary>Makes it.</summary>
    public UtskrivningsrapportMapping()
        : base("plo.utskrivningsrapport", "UTSKRIVNINGSRAPPORT", ContentKind.Note, ContentKind.Handover)
    {
    }

    private protected override PloBody Body(Letter letter, MessageFrame frame, List<HubError> errors)
    {
        Demand(letter, errors, LetterTopic.Problem, LetterTopic.NextSteps, LetterTopic.Summary, LetterTopic.Practical);
        return new TverrfagligEpikrise
        {
            TypeInnholdIMelding = new TypeInnholdIMelding { TypeInnhold = PloLists.DischargeReport.Cv("11"), Merknad = letter.Subject },
            OpplysningOpphold = [Event(letter, frame)],
            MedisinskfagligeOpplysninger = Medical(letter),
            Sykepleierdokumentasjon = Nursing(letter),
        };
    }
}
