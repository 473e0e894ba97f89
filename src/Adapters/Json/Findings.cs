using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Json;

/// <summary>What is found while one entry is read: every fault, every repair, everything without a place. Reading goes on after a fault, so that a sender learns of all of them at once.</summary>
internal sealed class Findings(InboundMessage input)
{
    // More faults than this help nobody, and a hostile body could hold a million.
    private const int MostErrors = 100;

    private static readonly DateTimeOffset ClockUnset = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private List<HubError>? _errors;
    private List<Repair>? _repairs;
    private List<LeftOut>? _leftOut;

    public bool Lenient { get; } = input.Partner.Inbound?.Mode == InboundMode.Lenient;

    public TenantEnvironment Environment => input.Environment;

    public IReadOnlyList<HubError> Errors => _errors ?? (IReadOnlyList<HubError>)[];

    public IReadOnlyList<Repair> Repairs => _repairs ?? (IReadOnlyList<Repair>)[];

    public IReadOnlyList<LeftOut> LeftOut => _leftOut ?? (IReadOnlyList<LeftOut>)[];

    public void Fail(ErrorDefinition error, string path, string? detail = null) => Fail(error.At(path, detail));

    public void Fail(HubError error)
    {
        // What could not be read is not missing: its own fault has been told.
        if (error.Code == IntakeErrors.Missing.Code && _errors is not null && _errors.Exists(e => e.Path == error.Path))
            return;
        if ((_errors ??= []).Count < MostErrors)
            _errors.Add(error);
    }

    public void Mend(string path, string rule, string what) => (_repairs ??= []).Add(new Repair(path, rule, what));

    public void Note(Repair? repair)
    {
        if (repair is not null)
            (_repairs ??= []).Add(repair);
    }

    public void LeaveOut(string path, string reason) => (_leftOut ??= []).Add(new LeftOut(path, reason));

    /// <summary>A deviation that the lenient mode mends and the strict mode refuses.</summary>
    /// <returns>True when it is mended.</returns>
    public bool Tolerate(string path, string rule, string what, ErrorDefinition error, string detail)
    {
        if (Lenient)
            Mend(path, rule, what);
        else
            Fail(error, path, detail);
        return Lenient;
    }

    /// <summary>Whether an instant can be right, judged by the hub's clock.</summary>
    public string? ClockFault(DateTimeOffset at) =>
        at > input.ReceivedAt + (input.Partner.Inbound?.ClockSkew ?? TimeSpan.FromMinutes(5)) ? "The time lies in the future."
        : at < ClockUnset ? "The time lies before the year 2000: the clock that gave it was not set."
        : null;
}
