using Hub.Core.Errors;
using Microsoft.Extensions.Logging;

namespace Hub.Delivery.Observability;

/// <summary>The one place where exceptions of adapters and mappings are caught: a defect there fails what it was about, and never a loop.</summary>
internal sealed class ForeignCode(ILogger logger, HubMetrics metrics)
{
    /// <summary>Runs code of an adapter or mapping.</summary>
    /// <param name="where">What runs, for the log.</param>
    /// <param name="state">What it works on.</param>
    /// <param name="run">The code.</param>
    /// <param name="onDefect">What the caller gets when it throws.</param>
    public T Run<TState, T>(in Place where, TState state, Func<TState, T> run, Func<TState, HubError, T> onDefect)
    {
        try
        {
            return run(state);
        }
        catch (Exception defect)
        {
            return onDefect(state, Report(where, defect));
        }
    }

    /// <summary>Runs code of a sender. A cancellation that <paramref name="cancel"/> asked for goes through.</summary>
    public async Task<T> RunAsync<TState, T>(Place where, TState state, Func<TState, CancellationToken, Task<T>> run, Func<TState, HubError, T> onDefect, CancellationToken cancel)
    {
        try
        {
            return await run(state, cancel);
        }
        catch (Exception defect) when (defect is not (OperationCanceledException or TimeoutException))
        {
            return onDefect(state, Report(where, defect));
        }
    }

    private HubError Report(in Place where, Exception defect)
    {
        metrics.Defects.Add(1, new KeyValuePair<string, object?>("tenant", where.Tenant), new KeyValuePair<string, object?>("partner", where.Partner));
        Log.Defect(logger, defect, where.What, where.Tenant, where.Partner, where.Delivery ?? "-");
        return DeliveryErrors.Defect.At(detail: $"{DeliveryErrors.Defect.Title} ({where.What}: {defect.GetType().Name})");
    }
}

/// <summary>Where foreign code runs.</summary>
internal readonly record struct Place(string What, string Tenant, string Partner, string? Delivery = null);
