using Hub.Core.Deliveries;
using Hub.Core.Storage;

namespace Hub.Host.Actions;

/// <summary>What an action is about: single deliveries, or what a filter finds.</summary>
/// <param name="Tenant">The tenant that it is bounded to; null = all.</param>
/// <param name="Words">How it is told: no patient, nothing that names one.</param>
internal sealed record ActionTarget(string? Tenant, string Words)
{
    /// <summary>Single deliveries; empty when a filter says.</summary>
    public IReadOnlyList<DeliveryId> Deliveries { get; init; } = [];

    /// <summary>Which messages; null when deliveries are named.</summary>
    public MessageFilter? Filter { get; init; }

    /// <summary>Of the deliveries that the filter finds only those that failed and have not arrived since.</summary>
    public bool OnlyFailed { get; init; }
}

/// <summary>A message with those of its deliveries that an action is about.</summary>
/// <param name="Message">The message.</param>
/// <param name="Deliveries">The deliveries.</param>
internal sealed record Selected(MessageHead Message, IReadOnlyList<DeliveryHead> Deliveries);
