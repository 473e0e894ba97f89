using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>What an aid is.</summary>
public sealed record Hjelpemiddelbeskrivelse
{
    /// <summary>Number in a sequence.</summary>
    public long? Sekvensnummer { get; init; }

    /// <summary>Code of the aid.</summary>
    public CV? HjelpemiddelkodeRTV { get; init; }

    /// <summary>Name of the aid.</summary>
    public string? BetegnelseHjelpemiddel { get; init; }

    internal static Hjelpemiddelbeskrivelse Fields(PloFields f, Hjelpemiddelbeskrivelse? x) => new()
    {
        Sekvensnummer = f.Integer("Sekvensnummer", x?.Sekvensnummer),
        HjelpemiddelkodeRTV = f.Cv("HjelpemiddelkodeRTV", x?.HjelpemiddelkodeRTV),
        BetegnelseHjelpemiddel = f.Text("BetegnelseHjelpemiddel", x?.BetegnelseHjelpemiddel, required: true),
    };
}
