using Hub.Kith.Types;

namespace Hub.Kith.Dialog;

/// <summary>Dialogmelding (HIS 80603): requests, or notes, never both.</summary>
public sealed record Dialogmelding
{
    /// <summary>Version; decides the namespace.</summary>
    public required DialogVersion Version { get; init; }

    /// <summary>Kind of case.</summary>
    public CV? SakstypeKodet { get; init; }

    /// <summary>Kind of case in words.</summary>
    public string? Sakstype { get; init; }

    /// <summary>Requests.</summary>
    public IReadOnlyList<Foresporsel> Foresporsler { get; init; } = [];

    /// <summary>Notes: answers, notes, deviations, dialogues, statuses.</summary>
    public IReadOnlyList<Notat> Notater { get; init; } = [];
}
