using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>What is particular to a type of message; the kinds below are all there are.</summary>
public abstract record PloBody
{
    private protected PloBody()
    {
    }

    /// <summary>The type of message.</summary>
    public abstract PloType Type { get; }

    internal abstract void Walk(PloFields f);

    internal static PloBody Read(PloType type, PloFields f) => type switch
    {
        PloType.InnlagtPasient => MeldingInnlagtPasient.Fields(f, null),
        PloType.UtskrivningsklarPasient => MeldingUtskrivningsklarPasient.Fields(f, null),
        PloType.AvmeldingUtskrivningsklar => AvmeldingUtskrivningsklarPasient.Fields(f, null),
        PloType.UtskrevetPasient => MeldingOmUtskrevetPasient.Fields(f, null),
        PloType.Dodsfall => OrienteringOmDod.Fields(f, null),
        PloType.Innleggelsesrapport => Innleggelsesrapport.Fields(f, null),
        PloType.Helseopplysninger => HelseopplysningerVedSoknad.Fields(f, null),
        PloType.HelseopplysningerTilLege => Konsultasjon.Fields(f, null),
        PloType.MedisinskeOpplysninger => OverforingMedisinskeOpplysninger.Fields(f, null),
        PloType.OrienteringOmTjenestetilbud => OrienteringOmTjenestetilbud.Fields(f, null),
        PloType.Utskrivningsrapport => TverrfagligEpikrise.Fields(f, null),
        _ => MeldingFravar.Fields(f, null),
    };
}
