using Hub.Kith.Types;

namespace Hub.Kith.Dialog;

/// <summary>A request.</summary>
public sealed record Foresporsel
{
    /// <summary>Kind, list 8331, 9152, 9153, 9154 or 9065.</summary>
    public required CV TypeForesp { get; init; }

    /// <summary>Subject; only version 1.1.</summary>
    public string? EmneSporsmal { get; init; }

    /// <summary>The question. Version 1.0 allows plain text only.</summary>
    public FormattedText? Sporsmal { get; init; }

    /// <summary>Purpose, list 9068 (element Formål).</summary>
    public CV? Formal { get; init; }

    /// <summary>Grounds.</summary>
    public string? Begrunnelse { get; init; }

    /// <summary>Urgency, list 9067.</summary>
    public CS? Hastegrad { get; init; }

    /// <summary>From date.</summary>
    public TS? FraDato { get; init; }

    /// <summary>To date.</summary>
    public TS? TilDato { get; init; }

    /// <summary>Kinds of journal information, list 9066; at most one in version 1.0.</summary>
    public IReadOnlyList<CV> TypeJournalinfo { get; init; } = [];

    /// <summary>Coded information; only version 1.1.</summary>
    public CV? KodetOpplysning { get; init; }

    /// <summary>Identifier of the request.</summary>
    public string? DokIdForesp { get; init; }

    /// <summary>Persons and units with a role.</summary>
    public IReadOnlyList<RolleRelatertNotat> Roller { get; init; } = [];
}
