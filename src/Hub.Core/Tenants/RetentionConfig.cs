namespace Hub.Core.Tenants;

/// <summary>How long a tenant's data is kept. Timelines, decisions and receipts stay.</summary>
/// <param name="Bodies">How long after acceptance the bytes are kept that came in and went out. A message with a delivery that has not ended keeps them until it has.</param>
public sealed record RetentionConfig(TimeSpan Bodies);
