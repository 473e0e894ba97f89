using System.Globalization;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.Planer;

/// <summary>Asks Planer for a patient's plans and their versions.</summary>
internal sealed class PlanerLookup(PartnerConfig partner, SenderContext context) : ILookup
{
    private const int MostVersions = 50;

    private readonly PlanerClient _planer = new(partner, context);

    /// <inheritdoc/>
    public async Task<Result<LookupAnswer>> AskAsync(LookupQuery query, CancellationToken cancel)
    {
        if (query is not LookupQuery.PlansOf asked)
            return LookupErrors.NobodyToAsk.At();
        try
        {
            var search = await _planer.SearchAsync(asked.Patient.Value, cancel);
            if (search is { Failure: null, Status: 404 })
                return new LookupAnswer([], true);
            if (search is not { Failure: null, Status: 200 } || PlanerClient.Plans(search.Body) is not { } plans)
                return PlanerAnswer.Lookup(search);
            return asked.History ? await HistoryAsync(asked.Patient, plans, cancel) : new LookupAnswer(Findings(asked.Patient, plans), true);
        }
        catch (OperationCanceledException)
        {
            return LookupErrors.TimedOut.At();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _planer.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Result<LookupAnswer>> HistoryAsync(Identifier patient, IReadOnlyList<PlanerPlan> plans, CancellationToken cancel)
    {
        var versions = new List<PlanerPlan>();
        var complete = true;
        foreach (var plan in plans)
        {
            var history = await _planer.HistoryAsync(plan.Id, cancel);
            if (history is not { Failure: null, Status: 200 } || PlanerClient.Versions(history.Body) is not { } numbers)
                return PlanerAnswer.Lookup(history);
            complete &= numbers.Count <= MostVersions;
            foreach (var number in numbers.Take(MostVersions))
            {
                var version = await _planer.VersionAsync(plan.Id, number, cancel);
                if (version is not { Failure: null, Status: 200 } || PlanerPlan.Read(version.Body) is not { } read)
                    return PlanerAnswer.Lookup(version);
                versions.Add(read);
            }
        }

        return new LookupAnswer(Findings(patient, versions), complete);
    }

    private List<LookupFinding> Findings(Identifier patient, IEnumerable<PlanerPlan> plans) =>
    [
        .. plans.OrderByDescending(p => p.UpdatedAt).ThenByDescending(p => p.Version).Select(p =>
            new LookupFinding(string.Create(CultureInfo.InvariantCulture, $"{p.Id}/{p.Version}"), new Patient(patient, null, []), PlanerReading.Plain(p, context.Time.GetUtcNow())) { Updated = p.UpdatedAt }),
    ];
}
