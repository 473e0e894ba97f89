namespace Hub.Kith.Plo;

/// <summary>The eleven messages of PLO 1.6, and the one that ended with 1.5.</summary>
public enum PloType
{
    /// <summary>Melding om innlagt pasient.</summary>
    InnlagtPasient,

    /// <summary>Melding om utskrivningsklar pasient.</summary>
    UtskrivningsklarPasient,

    /// <summary>Avmelding av utskrivningsklar pasient.</summary>
    AvmeldingUtskrivningsklar,

    /// <summary>Melding om utskrevet pasient.</summary>
    UtskrevetPasient,

    /// <summary>Orientering om dødsfall.</summary>
    Dodsfall,

    /// <summary>Innleggelsesrapport.</summary>
    Innleggelsesrapport,

    /// <summary>Helseopplysninger; in 1.5 Helseopplysninger ved søknad.</summary>
    Helseopplysninger,

    /// <summary>Helseopplysninger til lege.</summary>
    HelseopplysningerTilLege,

    /// <summary>Medisinske opplysninger.</summary>
    MedisinskeOpplysninger,

    /// <summary>Orientering om tjenestetilbud.</summary>
    OrienteringOmTjenestetilbud,

    /// <summary>Utskrivningsrapport.</summary>
    Utskrivningsrapport,

    /// <summary>Melding om fravær; only up to 1.5.</summary>
    MeldingFravar,
}
