using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>What the patient can do alone, function by function.</summary>
public sealed record InfoKartleggingFunksjonsniva
{
    /// <summary>All functions together.</summary>
    public SamletVurderingFunksjonsniva? SamletVurderingFunksjonsniva { get; init; }

    /// <summary>Function by function.</summary>
    public IReadOnlyList<KartlagtFunksjon> KartlagtFunksjon { get; init; } = [];

    /// <summary>Who answers for the assessment.</summary>
    public Ansvarlig? Ansvarlig { get; init; }

    internal static InfoKartleggingFunksjonsniva Fields(PloFields f, InfoKartleggingFunksjonsniva? x) => new()
    {
        SamletVurderingFunksjonsniva = f.Part("SamletVurderingFunksjonsniva", x?.SamletVurderingFunksjonsniva, SamletVurderingFunksjonsniva.Fields),
        KartlagtFunksjon = f.Parts("KartlagtFunksjon", x?.KartlagtFunksjon, Plo.KartlagtFunksjon.Fields, required: true),
        Ansvarlig = f.Part("Ansvarlig", x?.Ansvarlig, Ansvarlig.Fields),
    };
}
