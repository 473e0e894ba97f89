using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Delivery.Broker;

/// <summary>A hint on the wire: which destinations of a partition have new work, and which lanes an operator woke. Numbers only, never patient data.</summary>
/// <param name="Work">Destinations with new work.</param>
/// <param name="Nudges">Lanes to be looked at.</param>
internal sealed record HintMessage(
    [property: JsonPropertyName("w")] IReadOnlyList<WorkHint> Work,
    [property: JsonPropertyName("n")] IReadOnlyList<NudgeHint> Nudges)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static HintMessage? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<HintMessage>(bytes);
        }
        catch (JsonException)
        {
            // Somebody else's message: nothing is lost by not understanding a hint.
            return null;
        }
    }
}

/// <summary>New work of a destination, up to a delivery.</summary>
internal sealed record WorkHint([property: JsonPropertyName("t")] string Tenant, [property: JsonPropertyName("p")] string Partner, [property: JsonPropertyName("m")] long Message, [property: JsonPropertyName("d")] short No);

/// <summary>A lane that an operator woke, or one of its deliveries that an operator held or took out.</summary>
internal sealed record NudgeHint([property: JsonPropertyName("t")] string Tenant, [property: JsonPropertyName("p")] string Partner, [property: JsonPropertyName("l")] long Lane)
{
    /// <summary>The message of the delivery that is not to be sent; null when none is.</summary>
    [JsonPropertyName("m"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Message { get; init; }

    /// <summary>Its number within the message.</summary>
    [JsonPropertyName("d"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public short No { get; init; }
}
