using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Delivery.Sending;

/// <summary>A sender and the configuration it was opened with. Disposed when it is replaced and the last send through it has ended.</summary>
internal sealed class OpenSender(ISender sender, PartnerConfig config)
{
    private readonly Lock _gate = new();
    private int _uses;
    private bool _retired;

    public ISender Sender { get; } = sender;

    public PartnerConfig Config { get; } = config;

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

    public ValueTask ReleaseAsync()
    {
        lock (_gate)
        {
            if (--_uses > 0 || !_retired)
                return ValueTask.CompletedTask;
        }

        return Sender.DisposeAsync();
    }

    public ValueTask RetireAsync()
    {
        lock (_gate)
        {
            _retired = true;
            if (_uses > 0)
                return ValueTask.CompletedTask;
        }

        return Sender.DisposeAsync();
    }
}
