using Hub.Core.Identities;

namespace Hub.Core.Content;

/// <summary>Whether an alert asks for attention or has been dealt with.</summary>
public enum AlertState
{
    /// <summary>Raised and open.</summary>
    Raised,

    /// <summary>Dealt with.</summary>
    Closed,
}

/// <summary>A triaged alert. A closed alert names the raised one by <see cref="AlertId"/>; the closure may arrive first.</summary>
/// <param name="AlertId">The vendor's id of the alert, the same for raised and closed.</param>
/// <param name="State">Raised or closed.</param>
/// <param name="Time">When it was raised or closed.</param>
public sealed record Alert(string AlertId, AlertState State, ClinicalTime Time) : HomeContent
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Alert;

    /// <inheritdoc/>
    public override string? Category => Code?.Codings is [var first, ..] ? first.Code : null;

    /// <summary>What kind of alert (VKP alert-code), null when the source has no code.</summary>
    public Concept? Code { get; init; }

    /// <summary>What set it off, in the source's words; null when it gave none.</summary>
    public string? Cause { get; init; }

    /// <summary>The measurements that set it off, as the source sent them with the alert.</summary>
    public IReadOnlyList<Measurement> Evidence { get; init; } = [];

    /// <summary>Source ids of measurements and answers that set it off.</summary>
    public IReadOnlyList<string> CausedBy { get; init; } = [];

    /// <summary>The device that raised it, null when unknown.</summary>
    public DeviceInfo? Device { get; init; }

    /// <summary>Business identifiers of the alert.</summary>
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    /// <summary>Who closed it, null when it is open or unknown.</summary>
    public Party? ClosedBy { get; init; }

    /// <summary>What was done, null when the source did not say.</summary>
    public string? Action { get; init; }
}
