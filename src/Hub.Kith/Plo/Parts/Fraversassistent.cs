using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>That the receiver of a message is absent, and who follows up.</summary>
public sealed record Fraversassistent
{
    /// <summary>Whether the receiver is absent.</summary>
    public bool? MottakerFravarende { get; init; }

    /// <summary>Whether the message was passed on.</summary>
    public bool? MeldingVideresendt { get; init; }

    /// <summary>First day of absence.</summary>
    public TS? FravarendeFraDato { get; init; }

    /// <summary>Last day of absence.</summary>
    public TS? FravarendeTilDato { get; init; }

    /// <summary>Who it was passed on to.</summary>
    public HealthcareProfessional? VideresendtTil { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static Fraversassistent Fields(PloFields f, Fraversassistent? x) => new()
    {
        MottakerFravarende = f.Flag("MottakerFravarende", x?.MottakerFravarende, required: true),
        MeldingVideresendt = f.Flag("MeldingVideresendt", x?.MeldingVideresendt),
        FravarendeFraDato = f.Date("FravarendeFraDato", x?.FravarendeFraDato),
        FravarendeTilDato = f.Date("FravarendeTilDato", x?.FravarendeTilDato),
        VideresendtTil = f.Professional("VideresendtTil", x?.VideresendtTil),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
