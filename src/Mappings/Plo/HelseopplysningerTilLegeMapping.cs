using Hub.Core.Errors;
using Hub.Kith.Plo;
using Hub.Mappings.Letters;
using Hub.Mappings.Messages;

namespace Hub.Mappings.Plo;

/// <summary>Mapping <c>plo.helseopplysninger-lege</c>: Helseopplysninger til lege, from the municipality to the general practitioner (HIS 80704, profile HIS 1145).</summary>
public sealed class HelseopplysningerTilLegeMapping : PloMapping
{
    /// <summary>Makes it.</summary>
    public HelseopplysningerTilLegeMapping()
        : base("plo.helseopplysninger-lege", "HELSEOPPLYSNINGER_LEGE", LetterWriting.Kinds)
    {
    }

    // Code 2 of 9137, status report: home follow-up tells; it is people who ask the doctor for something (code 3).
    private protected override PloBody Body(Letter letter, MessageFrame frame, List<HubError> errors) => new Konsultasjon
    {
        InnholdKonsultasjon = new InnholdKonsultasjon { TypeInnholdKonsultasjon = PloLists.ToDoctor.Cs("2"), Merknad = letter.Subject },
        MedisinskfagligeOpplysninger = Medical(letter),
        Sykepleierdokumentasjon = Nursing(letter),
    };
}
