using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A service the patient needs.</summary>
public sealed record TjenesteBehov
{
    /// <summary>Kind of service, list 9151; welfare technology is 6, 26, 27 and 28.</summary>
    public CV? IPLOStjenestetype { get; init; }

    /// <summary>Name of the service.</summary>
    public string? BetegnelseTjeneste { get; init; }

    /// <summary>At which institution.</summary>
    public string? VedInstitusjon { get; init; }

    /// <summary>The service described.</summary>
    public string? BeskrivelseAvTjeneste { get; init; }

    /// <summary>Amount wanted, in the unit given.</summary>
    public decimal? AntallEnheterOnsket { get; init; }

    /// <summary>Unit of the amount, as text.</summary>
    public string? Enhet { get; init; }

    internal static TjenesteBehov Fields(PloFields f, TjenesteBehov? x) => new()
    {
        IPLOStjenestetype = f.Cv("IPLOStjenestetype", x?.IPLOStjenestetype),
        BetegnelseTjeneste = f.Text("BetegnelseTjeneste", x?.BetegnelseTjeneste),
        VedInstitusjon = f.Text("VedInstitusjon", x?.VedInstitusjon),
        BeskrivelseAvTjeneste = f.Text("BeskrivelseAvTjeneste", x?.BeskrivelseAvTjeneste),
        AntallEnheterOnsket = f.Double("AntallEnheterOnsket", x?.AntallEnheterOnsket),
        Enhet = f.Text("Enhet", x?.Enhet),
    };
}
