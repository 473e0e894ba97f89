using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>A medication the patient uses, has used, or that was stopped (EPJ dokument 13.10301.0).</summary>
public sealed record Legemiddelinfo
{
    /// <summary>Id, category and reference of the component.</summary>
    public KomponentMeta Komponent { get; init; } = new();

    /// <summary>The prescription.</summary>
    public ForenkletForskrivning? ForenkletForskrivning { get; init; }

    internal static Legemiddelinfo Fields(PloFields f, Legemiddelinfo? x) => new()
    {
        Komponent = f.Component("EPJ dokument", "2.16.578.1.12.4.1.6.13.10301.0", x?.Komponent),
        ForenkletForskrivning = f.Part("ForenkletForskrivning", x?.ForenkletForskrivning, ForenkletForskrivning.Fields, required: true),
    };
}
