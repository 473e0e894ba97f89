namespace Hub.Core.Content;

/// <summary>What a vendor system reports, in the hub's own words. Sealed records derive from it, one for each <see cref="ContentKind"/>.</summary>
public abstract record HomeContent
{
    /// <summary>Which kind this is.</summary>
    public abstract ContentKind Kind { get; }

    /// <summary>The traffic light, <see cref="Triage.None"/> when the source does not triage.</summary>
    public Triage Triage { get; init; }

    /// <summary>Source id of the event that this one corrects, null when it corrects none.</summary>
    public string? Corrects { get; init; }

    /// <summary>A finer kind for routes and search: the measurement kind, the alert code, the note category, the form id. Null when there is none.</summary>
    public virtual string? Category => null;
}
