using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Host.Alerts;

/// <summary>An alert as it is kept, over restarts and for all nodes.</summary>
/// <param name="Alert">What it is about.</param>
/// <param name="Since">When it opened.</param>
internal sealed record StoredAlert(Alert Alert, DateTimeOffset Since)
{
    /// <summary>Since when its cause is gone; null while it is there.</summary>
    public DateTimeOffset? GoneSince { get; init; }

    /// <summary>When it closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What each receiver was told last.</summary>
    public IReadOnlyDictionary<string, Told> Told { get; init; } = new Dictionary<string, Told>();

    /// <summary>Version of its entry; 0 when it has none yet.</summary>
    [JsonIgnore]
    public int Version { get; init; }

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>As it is stored.</summary>
    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    /// <summary>Reads what was stored.</summary>
    public static StoredAlert Of(byte[] bytes, int version) => JsonSerializer.Deserialize<StoredAlert>(bytes, Form)! with { Version = version };
}

/// <summary>What a receiver was told.</summary>
/// <param name="Event">What happened.</param>
/// <param name="At">When it was told.</param>
internal sealed record Told(AlertEvent Event, DateTimeOffset At);

/// <summary>What happens to an alert.</summary>
internal enum AlertEvent
{
    /// <summary>It opened.</summary>
    Opened,

    /// <summary>It is still open.</summary>
    Repeated,

    /// <summary>It closed.</summary>
    Closed,
}
