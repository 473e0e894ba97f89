using Hub.Kith.Types;

namespace Hub.Kith.Dialog;

/// <summary>A note.</summary>
public sealed record Notat
{
    /// <summary>Theme; its list depends on the kind of message.</summary>
    public required CV TemaKodet { get; init; }

    /// <summary>Theme in words.</summary>
    public string? Tema { get; init; }

    /// <summary>The text.</summary>
    public FormattedText? TekstNotatInnhold { get; init; }

    /// <summary>Remark.</summary>
    public string? Merknad { get; init; }

    /// <summary>Identifier of the note.</summary>
    public string? DokIdNotat { get; init; }

    /// <summary>Date of the note.</summary>
    public TS? DatoNotat { get; init; }

    /// <summary>The request that the note answers.</summary>
    public Foresporsel? Foresporsel { get; init; }

    /// <summary>Persons and units with a role.</summary>
    public IReadOnlyList<RolleRelatertNotat> Roller { get; init; } = [];
}
