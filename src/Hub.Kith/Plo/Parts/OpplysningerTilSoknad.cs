using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Administrative facts of an application for services.</summary>
public sealed record OpplysningerTilSoknad
{
    /// <summary>Whether the patient has sent an application.</summary>
    public bool? EgensoknadSendt { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static OpplysningerTilSoknad Fields(PloFields f, OpplysningerTilSoknad? x) => new()
    {
        EgensoknadSendt = f.Flag("EgensoknadSendt", x?.EgensoknadSendt, required: true),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
