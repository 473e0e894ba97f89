using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Melding om utskrevet pasient: the patient is discharged (event 2).</summary>
public sealed record MeldingOmUtskrevetPasient : PloBody
{
    /// <inheritdoc/>
    public override PloType Type => PloType.UtskrevetPasient;

    internal override void Walk(PloFields f) => Fields(f, this);

    /// <summary>Where to.</summary>
    public UtskrevetTil? UtskrevetTil { get; init; }

    /// <summary>The event, or the events.</summary>
    public TidsfestetHendelse? TidsfestetHendelse { get; init; }

    /// <summary>What was told.</summary>
    public InfoInformasjonGitt? InfoInformasjonGitt { get; init; }

    internal static MeldingOmUtskrevetPasient Fields(PloFields f, MeldingOmUtskrevetPasient? x) => new()
    {
        UtskrevetTil = f.Part("UtskrevetTil", x?.UtskrevetTil, UtskrevetTil.Fields, required: true),
        TidsfestetHendelse = f.Part("TidsfestetHendelse", x?.TidsfestetHendelse, TidsfestetHendelse.Fields, required: true),
        InfoInformasjonGitt = f.Part("InfoInformasjonGitt", x?.InfoInformasjonGitt, InfoInformasjonGitt.Fields),
    };
}
