using Hub.Core.Tenants;

namespace Hub.Core.Adapters;

/// <summary>Reads what an outside system sends.</summary>
public interface IInboundAdapter : IAdapter
{
    /// <summary>Reads a raw message into events. Pure: the same bytes and partner give the same events, so that a stored message can be read again.</summary>
    /// <param name="input">The bytes and what is known of them.</param>
    /// <returns>Events and errors; never throws for bad input.</returns>
    ParsedMessage Parse(InboundMessage input);
}

/// <summary>What came in.</summary>
/// <param name="Body">The bytes as received.</param>
/// <param name="MediaType">Media type without parameters, lower case; empty when none was sent.</param>
/// <param name="ReceivedAt">When it came, for checking clocks.</param>
/// <param name="Partner">Who sent it; its <see cref="PartnerConfig.Inbound"/> is set.</param>
/// <param name="Environment">Which national ids are taken.</param>
public sealed record InboundMessage(ReadOnlyMemory<byte> Body, string MediaType, DateTimeOffset ReceivedAt, PartnerConfig Partner, TenantEnvironment Environment)
{
    /// <summary>The tenant as configured; null only where a test has none.</summary>
    public TenantConfig? Tenant { get; init; }
}
