namespace Hub.Simulators.Dignio;

/// <summary>Produces many small measurements fast, with a ledger of what was taken.</summary>
public static class DignioLoad
{
    /// <summary>Runs a load to its end.</summary>
    /// <param name="options">How much.</param>
    /// <param name="cancel">Ends the load; posts under way are still answered.</param>
    /// <returns>What it did.</returns>
    public static async Task<LoadReport> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var patients = SyntheticPerson.Make(options.Seed, Math.Max(options.Patients, options.Connections)).Select(p => p.NationalId).ToArray();
        var start = time.GetTimestamp();
        var connections = Enumerable.Range(0, options.Connections)
            .Select(no => new LoadConnection(options, options.Targets[no % options.Targets.Count], [.. patients.Where((_, i) => i % options.Connections == no)], no, start, time))
            .ToArray();
        await Task.WhenAll(connections.Select(c => Task.Run(() => c.RunAsync(cancel), CancellationToken.None)));
        var elapsed = time.GetElapsedTime(start);
        var latency = new LatencyHistogram();
        foreach (var connection in connections)
            latency.Add(connection.Latency);
        return new LoadReport(
            connections.Sum(c => c.Posts),
            [.. connections.SelectMany(c => c.Taken).Order()],
            [.. connections.SelectMany(c => c.Unanswered).Order()],
            connections.Sum(c => c.Refused),
            connections.Sum(c => c.Repeated),
            elapsed,
            latency.Percentile(0.5),
            latency.Percentile(0.99),
            latency.Percentile(0.999));
    }
}
