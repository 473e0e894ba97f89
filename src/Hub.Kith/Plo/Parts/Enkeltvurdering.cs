using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Assessment of one matter, by code or text.</summary>
public sealed record Enkeltvurdering
{
    /// <summary>The area.</summary>
    public CV? Funksjonsområde { get; init; }

    /// <summary>The assessment as a code.</summary>
    public CV? KodetVurdering { get; init; }

    /// <summary>The assessment as text.</summary>
    public string? VurderingTekst { get; init; }

    internal static Enkeltvurdering Fields(PloFields f, Enkeltvurdering? x) => new()
    {
        Funksjonsområde = f.Cv("Funksjonsområde", x?.Funksjonsområde),
        KodetVurdering = f.Cv("KodetVurdering", x?.KodetVurdering),
        VurderingTekst = f.Text("VurderingTekst", x?.VurderingTekst),
    };
}
