using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Host.Lookups;

/// <summary>The way to one partner as configured: at most <see cref="PartnerConfig.Window"/> questions at once, through its circuit. Disposed when it is replaced and the last question through it has ended.</summary>
internal sealed partial class LookupLine : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly PartnerConfig _partner;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ILookup _lookup;
    private readonly SemaphoreSlim _window;
    private readonly LookupCircuit _circuit;
    private int _uses;
    private bool _retired;

    public LookupLine(PartnerConfig partner, ILookup lookup, TimeProvider time, ILogger logger)
    {
        (_partner, _lookup, _time, _logger) = (partner, lookup, time, logger);
        _window = new SemaphoreSlim(Math.Max(1, partner.Window));
        _circuit = new LookupCircuit(partner.Breaker, time);
    }

    /// <summary>Holds the way open for one question.</summary>
    /// <returns>False when it was replaced.</returns>
    public bool TryUse()
    {
        lock (_gate)
        {
            if (_retired)
                return false;
            _uses++;
            return true;
        }
    }

    /// <summary>Asks, and lets go of the way when the partner has answered, however long the asker waited. Never throws.</summary>
    /// <param name="query">The question.</param>
    /// <param name="deadline">How long it may take, waiting for a turn included.</param>
    /// <param name="cancel">The asker went away.</param>
    /// <returns>The answer or why there is none.</returns>
    public async Task<Result<LookupAnswer>> AskAsync(LookupQuery query, TimeSpan deadline, CancellationToken cancel)
    {
        try
        {
            if (!_circuit.TryEnter())
                return LookupErrors.Unreachable.At(detail: $"'{_partner.Name}' has not answered for a while and is tried again shortly");
            using var late = new CancellationTokenSource(deadline < _partner.Timeout ? deadline : _partner.Timeout, _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
            try
            {
                await _window.WaitAsync(both.Token);
            }
            catch (OperationCanceledException)
            {
                return LookupErrors.Busy.At(detail: $"'{_partner.Name}' is asked more than it answers");
            }

            try
            {
                return await AskNowAsync(query, cancel, both.Token);
            }
            finally
            {
                _window.Release();
            }
        }
        finally
        {
            await ReleaseAsync();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _retired = true;
            if (_uses > 0)
                return ValueTask.CompletedTask;
        }

        return CloseAsync();
    }

    private async Task<Result<LookupAnswer>> AskNowAsync(LookupQuery query, CancellationToken asker, CancellationToken both)
    {
        Result<LookupAnswer> answer;
        try
        {
            answer = await _lookup.AskAsync(query, both);
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested)
        {
            answer = LookupErrors.TimedOut.At();
        }
        catch (Exception defect)
        {
            // Code of an adapter: its defect must not take the other partners' answers along.
            Defect(defect, _partner.Tenant, _partner.Name);
            answer = LookupErrors.Failed.At(detail: $"An unexpected fault while '{_partner.Name}' was asked ({defect.GetType().Name})");
        }

        // An asker who goes away says nothing about the partner.
        if (!asker.IsCancellationRequested && _circuit.Took(answer.IsOk ? null : answer.Errors[0]))
            Tell(answer);
        return answer;
    }

    private void Tell(Result<LookupAnswer> answer)
    {
        if (_circuit.IsOpen)
            Opened(_partner.Tenant, _partner.Name, answer.IsOk ? "" : answer.Errors[0].Code);
        else
            Closed(_partner.Tenant, _partner.Name);
    }

    private ValueTask ReleaseAsync()
    {
        lock (_gate)
        {
            if (--_uses > 0 || !_retired)
                return ValueTask.CompletedTask;
        }

        return CloseAsync();
    }

    private ValueTask CloseAsync()
    {
        _window.Dispose();
        return _lookup.DisposeAsync();
    }

    [LoggerMessage(1401, LogLevel.Warning, "Partner {Tenant}/{Partner} does not answer questions ({Code}); askers are told at once until it does")]
    private partial void Opened(string tenant, string partner, string code);

    [LoggerMessage(1402, LogLevel.Information, "Partner {Tenant}/{Partner} answers questions again")]
    private partial void Closed(string tenant, string partner);

    [LoggerMessage(1403, LogLevel.Error, "Defect while {Tenant}/{Partner} was asked")]
    private partial void Defect(Exception defect, string tenant, string partner);
}
