using Hub.Core.Storage;

namespace Hub.Host.Demo;

/// <summary>What a demo shows at one moment.</summary>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Phase">What is going on, in words.</param>
/// <param name="Ledger">The hub's ledger over all tenants.</param>
/// <param name="Lines">One per tenant and content.</param>
/// <param name="Partners">One per journal.</param>
/// <param name="Errors">Latest first.</param>
internal sealed record Board(
    TimeSpan Elapsed, string Phase, Ledger Ledger, IReadOnlyList<BoardLine> Lines, IReadOnlyList<BoardPartner> Partners, IReadOnlyList<BoardError> Errors)
{
    /// <summary>One per counterpart on the message network.</summary>
    public IReadOnlyList<BoardCounterpart> Counterparts { get; init; } = [];
}

/// <summary>One counterpart on the message network.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Name">Such as hospital.</param>
/// <param name="Report">Its own account.</param>
internal sealed record BoardCounterpart(string Tenant, string Name, Hub.Simulators.Messaging.CounterpartReport Report);

/// <summary>One content of one tenant.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Content">Content kind.</param>
/// <param name="Route">Route; null when none took any.</param>
/// <param name="In">Messages taken in.</param>
/// <param name="Deliveries">Deliveries made of them.</param>
/// <param name="Delivered">Of these, delivered.</param>
/// <param name="Waiting">Of these, not yet ended.</param>
/// <param name="Dead">Of these, dead letters.</param>
/// <param name="Retries">Tries beyond the first.</param>
/// <param name="P50">Half were delivered within this time after they were taken in; null when none was.</param>
/// <param name="P99">99 in 100.</param>
internal sealed record BoardLine(
    string Tenant, string Content, string? Route, int In, int Deliveries, int Delivered, int Waiting, int Dead, int Retries, TimeSpan? P50, TimeSpan? P99);

/// <summary>One journal.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Fault">What is wrong with it, as the demo set it.</param>
/// <param name="Circuit">The hub's circuit to it.</param>
/// <param name="InFlight">Being sent.</param>
/// <param name="Waiting">Waiting for it.</param>
/// <param name="Effects">Distinct effects that it holds.</param>
/// <param name="Repeats">Sent again after the effect, and dropped there.</param>
/// <param name="Refused">Refused for good.</param>
internal sealed record BoardPartner(string Tenant, string Fault, string Circuit, int InFlight, int Waiting, int Effects, long Repeats, int Refused);

/// <summary>Something that went wrong. The patient is a pseudonym of the demo.</summary>
/// <param name="At">When.</param>
/// <param name="Tenant">Tenant.</param>
/// <param name="Delivery">Delivery.</param>
/// <param name="Patient">Such as P3.</param>
/// <param name="Content">Content kind.</param>
/// <param name="Code">Stable code.</param>
/// <param name="IsDead">True for a dead letter, false for a try that failed.</param>
internal sealed record BoardError(DateTimeOffset At, string Tenant, string Delivery, string Patient, string Content, string Code, bool IsDead);
