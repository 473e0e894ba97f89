namespace Hub.Tests.Support;

/// <summary>What the hub says of itself at <c>/ops/v1/ledger</c>.</summary>
internal sealed record HubLedger(long Accepted, long Delivered, long DeadLettered, long Pending, long Messages, long Unrouted)
{
    public bool Balances => Accepted == Delivered + DeadLettered + Pending;
}
