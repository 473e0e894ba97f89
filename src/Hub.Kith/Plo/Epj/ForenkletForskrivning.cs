using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A prescription with the dose as text.</summary>
public sealed record ForenkletForskrivning
{
    /// <summary>List 9104: 1 original, 2 stopped, 3 handed out.</summary>
    public CS? StatusTilForskrivningen { get; init; }

    /// <summary>List 9103.</summary>
    public CS? InngaarIMultidose { get; init; }

    /// <summary>Id of the prescription.</summary>
    public string? ReseptId { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    /// <summary>Who prescribed it.</summary>
    public HealthcareProfessional? Forskriver { get; init; }

    /// <summary>The medication.</summary>
    public Forskrivningsinfo? Forskrivningsinfo { get; init; }

    internal static ForenkletForskrivning Fields(PloFields f, ForenkletForskrivning? x) => new()
    {
        StatusTilForskrivningen = f.Cs("StatusTilForskrivningen", x?.StatusTilForskrivningen),
        InngaarIMultidose = f.Cs("InngaarIMultidose", x?.InngaarIMultidose),
        ReseptId = f.Text("ReseptId", x?.ReseptId),
        Merknad = f.Text("Merknad", x?.Merknad),
        Forskriver = f.Professional("Forskriver", x?.Forskriver),
        Forskrivningsinfo = f.Part("Forskrivningsinfo", x?.Forskrivningsinfo, Forskrivningsinfo.Fields, required: true),
    };
}
