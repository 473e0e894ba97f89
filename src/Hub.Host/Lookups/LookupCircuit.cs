using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Host.Lookups;

/// <summary>The circuit of questions to one partner: failures in a row open it, and then askers are told at once instead of waiting. One question goes through when it is time to try again.</summary>
/// <param name="config">When it opens and how long it waits.</param>
/// <param name="time">The clock.</param>
internal sealed class LookupCircuit(BreakerConfig config, TimeProvider time)
{
    private readonly Lock _gate = new();
    private int _failures;
    private bool _open;
    private TimeSpan _wait = config.Probe;
    private DateTimeOffset _next;

    /// <summary>Whether questions are answered without asking.</summary>
    public bool IsOpen => Volatile.Read(ref _open);

    /// <summary>May a question go? While open, one does whenever the wait is over.</summary>
    /// <returns>False when it may not.</returns>
    public bool TryEnter()
    {
        if (!IsOpen)
            return true;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_open && now < _next)
                return false;
            // Whoever asks next waits for the outcome of this one, or for as long again where it never comes.
            _next = now + _wait;
            return true;
        }
    }

    /// <summary>Takes in how a question went.</summary>
    /// <param name="error">The error, null when it was answered.</param>
    /// <returns>True when this opened or closed the circuit.</returns>
    public bool Took(HubError? error)
    {
        var failed = error is not null && SpeaksOfThePartner(error.Code);
        if (!failed && !IsOpen && Volatile.Read(ref _failures) == 0)
            return false;
        lock (_gate)
        {
            var was = _open;
            if (!failed)
            {
                (_failures, _open, _wait) = (0, false, config.Probe);
                return was;
            }

            _failures++;
            if (!was && _failures < Math.Max(1, config.Failures))
                return false;
            _wait = was ? Least(_wait * 2, config.MaxProbe) : config.Probe;
            (_open, _next) = (true, time.GetUtcNow() + _wait);
            return !was;
        }
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;

    // What is not understood, or a patient who is not known, says nothing about whether the partner is there.
    private static bool SpeaksOfThePartner(string code) =>
        code == LookupErrors.Unreachable.Code || code == LookupErrors.TimedOut.Code || code == LookupErrors.Failed.Code || code == LookupErrors.CredentialsRefused.Code;
}
