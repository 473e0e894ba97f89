using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>What begins every PLO message.</summary>
public sealed record PloOpening
{
    /// <summary>Status of the sending.</summary>
    public InformasjonOmForsendelsen? InformasjonOmForsendelsen { get; init; }

    /// <summary>More about the patient.</summary>
    public TilleggsopplysningPasient? TilleggsopplysningPasient { get; init; }

    /// <summary>Next of kin.</summary>
    public IReadOnlyList<ParorendeForesatt> ParorendeForesatt { get; init; } = [];

    /// <summary>Units to contact.</summary>
    public IReadOnlyList<TilknyttetEnhet> TilknyttetEnhet { get; init; } = [];

    /// <summary>Professionals to contact.</summary>
    public IReadOnlyList<KontaktpersonHelsepersonell> KontaktpersonHelsepersonell { get; init; } = [];

    /// <summary>Who answers for the message.</summary>
    public IReadOnlyList<AnsvarForRapport> AnsvarForRapport { get; init; } = [];

    /// <summary>Other documents sent.</summary>
    public IReadOnlyList<SendtDokument> SendtDokument { get; init; } = [];

    internal static PloOpening Fields(PloFields f, PloOpening? x) => new()
    {
        InformasjonOmForsendelsen = f.Part("InformasjonOmForsendelsen", x?.InformasjonOmForsendelsen, InformasjonOmForsendelsen.Fields, required: true),
        TilleggsopplysningPasient = f.Part("TilleggsopplysningPasient", x?.TilleggsopplysningPasient, TilleggsopplysningPasient.Fields),
        ParorendeForesatt = f.Parts("ParorendeForesatt", x?.ParorendeForesatt, Plo.ParorendeForesatt.Fields),
        TilknyttetEnhet = f.Parts("TilknyttetEnhet", x?.TilknyttetEnhet, Plo.TilknyttetEnhet.Fields),
        KontaktpersonHelsepersonell = f.Parts("KontaktpersonHelsepersonell", x?.KontaktpersonHelsepersonell, Plo.KontaktpersonHelsepersonell.Fields),
        AnsvarForRapport = f.Parts("AnsvarForRapport", x?.AnsvarForRapport, Plo.AnsvarForRapport.Fields),
        SendtDokument = f.Parts("SendtDokument", x?.SendtDokument, Plo.SendtDokument.Fields),
    };
}
