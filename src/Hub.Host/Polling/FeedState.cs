using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Core.Storage;

namespace Hub.Host.Polling;

/// <summary>How far a feed has been read, and how it went last. Kept sealed in the partner's entry of <see cref="RecordKinds.Feed"/>.</summary>
/// <param name="Position">What the last page gave whose items are all durable; null before the first.</param>
/// <param name="ReadAt">When the feed was last read to its end without an error; null when never.</param>
/// <param name="Error">Code of the error that stopped the last reading; null when there was none.</param>
/// <param name="FailedSince">When the feed began to fail; null while it does not.</param>
/// <param name="Failures">Failures of the partner in a row.</param>
internal sealed record FeedState(string? Position, DateTimeOffset? ReadAt, string? Error, DateTimeOffset? FailedSince, int Failures)
{
    /// <summary>Before anything was read.</summary>
    public static FeedState New { get; } = new(null, null, null, null, 0);

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>Reads a stored state. One that cannot be opened any more starts the feed anew: what was taken in already is a repeat.</summary>
    public static FeedState Of(StoredRecord record, IBodyVault vault)
    {
        var body = vault.Open(record.Tenant, record.SealedBody.Span);
        return body.IsOk ? JsonSerializer.Deserialize<FeedState>(body.Value, Form)! : New;
    }

    /// <summary>The state as it is stored.</summary>
    public byte[] Seal(string tenant, IBodyVault vault) => vault.Seal(tenant, JsonSerializer.SerializeToUtf8Bytes(this, Form));

    /// <summary>After reading to the end.</summary>
    public FeedState Succeeded(DateTimeOffset now) => this with { ReadAt = now, Error = null, FailedSince = null, Failures = 0 };

    /// <summary>After an error.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="byPartner">Whether the partner failed, and not the hub.</param>
    /// <param name="now">The time.</param>
    public FeedState Failed(string code, bool byPartner, DateTimeOffset now) =>
        this with { Error = code, FailedSince = FailedSince ?? now, Failures = byPartner ? Failures + 1 : Failures };
}
