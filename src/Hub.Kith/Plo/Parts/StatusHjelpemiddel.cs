using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>An aid and its status.</summary>
public sealed record StatusHjelpemiddel
{
    /// <summary>Status.</summary>
    public CS? Status { get; init; }

    /// <summary>The aid.</summary>
    public Hjelpemiddelbeskrivelse? Hjelpemiddelbeskrivelse { get; init; }

    internal static StatusHjelpemiddel Fields(PloFields f, StatusHjelpemiddel? x) => new()
    {
        Status = f.Cs("Status", x?.Status, required: true),
        Hjelpemiddelbeskrivelse = f.Part("Hjelpemiddelbeskrivelse", x?.Hjelpemiddelbeskrivelse, Hjelpemiddelbeskrivelse.Fields, required: true),
    };
}
