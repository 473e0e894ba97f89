using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Kith.Plo;
using Hub.Mappings.Letters;
using Hub.Mappings.Messages;

namespace Hub.Mappings.Plo;

/// <summary>Mapping <c>plo.helseopplysninger</c>: Helseopplysninger, from the hospital to the municipality during the stay (HIS 80704). The first of a stay (9140: 1).</summary>
public sealed class HelseopplysningerMapping : PloMapping
{
    /// <summary>Makes it.</summary>
    public HelseopplysningerMapping()
        : base("plo.helseopplysninger", "HELSEOPPL_SOKNAD", ContentKind.Note, ContentKind.Handover)
    {
    }

    private protected override LetterSection Fit(LetterSection section) => section;

    private protected override PloBody Body(Letter letter, MessageFrame frame, List<HubError> errors)
    {
        Demand(letter, errors, LetterTopic.State, LetterTopic.Expected);
        return new HelseopplysningerVedSoknad
        {
            TypeInnholdIMelding = new TypeInnholdIMelding { TypeInnhold = PloLists.HealthInformation.Cv("1"), Merknad = letter.Subject },
            OpplysningOpphold = [Event(letter, frame)],
            MedisinskfagligeOpplysninger = Medical(letter),
            Sykepleierdokumentasjon = Nursing(letter),
        };
    }
}
