using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Core.Storage;

namespace Hub.Host.Health;

/// <summary>What a node says of itself.</summary>
/// <param name="Node">Its name.</param>
/// <param name="At">When, by its own clock.</param>
/// <param name="StartedAt">When it started.</param>
internal sealed record NodeFacts(string Node, DateTimeOffset At, DateTimeOffset StartedAt)
{
    /// <summary>Free bytes where its data is; null when they cannot be told.</summary>
    public long? DiskFree { get; init; }

    /// <summary>All bytes there.</summary>
    public long? DiskSize { get; init; }

    /// <summary>How far its clock is ahead of the database's; null when it was not asked.</summary>
    public TimeSpan? Ahead { get; init; }

    /// <summary>How many errors a configuration has that was not taken.</summary>
    public int ConfigErrors { get; init; }

    /// <summary>Code of the first of them.</summary>
    public string? ConfigError { get; init; }

    /// <summary>Since when the broker is away; null when it is there or none is configured.</summary>
    public DateTimeOffset? BrokerAwaySince { get; init; }

    /// <summary>When the certificate of its https addresses ends; null when it has none.</summary>
    public DateTimeOffset? CertificateEnds { get; init; }

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>As it is stored.</summary>
    public string Text() => JsonSerializer.Serialize(this, Form);

    /// <summary>Reads what a node stored.</summary>
    public static NodeFacts Of(StoredNode stored) => JsonSerializer.Deserialize<NodeFacts>(stored.Facts, Form)! with { Node = stored.Node, At = stored.At };
}
