using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A service the patient has, municipal or private.</summary>
public sealed record EksisterendeTjeneste
{
    /// <summary>Kind of service, list 9151; welfare technology is 6, 26, 27 and 28.</summary>
    public CV? IPLOStjenestetype { get; init; }

    /// <summary>Name of the service.</summary>
    public string? BetegnelseTjeneste { get; init; }

    /// <summary>Whether the service is private.</summary>
    public bool? PrivatTjeneste { get; init; }

    /// <summary>Who delivers it.</summary>
    public string? TjenestenLevertAv { get; init; }

    /// <summary>More about it.</summary>
    public string? OpplysningerOmTjenesten { get; init; }

    /// <summary>Amount, in the unit given.</summary>
    public decimal? AntallEnheter { get; init; }

    /// <summary>Unit of the amount, as text.</summary>
    public string? Enhet { get; init; }

    /// <summary>First date.</summary>
    public TS? Startdato { get; init; }

    /// <summary>Last date.</summary>
    public TS? Sluttdato { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static EksisterendeTjeneste Fields(PloFields f, EksisterendeTjeneste? x) => new()
    {
        IPLOStjenestetype = f.Cv("IPLOStjenestetype", x?.IPLOStjenestetype),
        BetegnelseTjeneste = f.Text("BetegnelseTjeneste", x?.BetegnelseTjeneste),
        PrivatTjeneste = f.Flag("PrivatTjeneste", x?.PrivatTjeneste, required: true),
        TjenestenLevertAv = f.Text("TjenestenLevertAv", x?.TjenestenLevertAv),
        OpplysningerOmTjenesten = f.Text("OpplysningerOmTjenesten", x?.OpplysningerOmTjenesten),
        AntallEnheter = f.Number("AntallEnheter", x?.AntallEnheter),
        Enhet = f.Text("Enhet", x?.Enhet),
        Startdato = f.Date("Startdato", x?.Startdato),
        Sluttdato = f.Date("Sluttdato", x?.Sluttdato),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
