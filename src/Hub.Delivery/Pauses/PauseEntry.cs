using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Delivery.Pauses;

/// <summary>All pauses that one target has had: the one that holds, and those before it as far as a waiting delivery may have seen them.</summary>
/// <param name="Target">Which deliveries.</param>
/// <param name="Current">The pause that was not ended by anybody; null when there is none. It may have ended by itself.</param>
/// <param name="Past">Those before, in order.</param>
/// <param name="Version">Version of its register entry; 0 when it has none.</param>
internal sealed record PauseEntry(PauseTarget Target, Pause? Current, IReadOnlyList<PauseSpan> Past, int Version)
{
    // No delivery waits longer for its end: what was before does not matter any more.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The entry once its pause has ended.</summary>
    /// <param name="now">The time now.</param>
    /// <returns>The entry without a pause.</returns>
    public PauseEntry Ended(DateTimeOffset now)
    {
        if (Current is not { } pause)
            return this;
        var end = pause.Until is { } until && until < now ? until : now;
        return this with { Current = null, Past = [.. Past.Where(p => p.To > now - Remembered), new PauseSpan(pause.Since, end)] };
    }

    /// <summary>Every time for which deliveries waited, up to now.</summary>
    /// <param name="now">The time now.</param>
    /// <returns>The spans.</returns>
    public IEnumerable<PauseSpan> Spans(DateTimeOffset now) => Current is null ? Past : Ended(now).Past;

    /// <summary>As it is stored.</summary>
    /// <returns>JSON.</returns>
    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(
        new Stored(Current is { } now ? new StoredPause(now.Since, now.Until, now.By, now.Reason) : null, [.. Past.Select(p => new StoredSpan(p.From, p.To))]), Form);

    /// <summary>Reads what was stored.</summary>
    /// <param name="key">Name of the target.</param>
    /// <param name="bytes">JSON.</param>
    /// <param name="version">Version of the register entry.</param>
    /// <returns>The entry.</returns>
    public static PauseEntry Of(string key, byte[] bytes, int version)
    {
        var stored = JsonSerializer.Deserialize<Stored>(bytes, Form)!;
        var target = PauseTarget.Parse(key);
        return new PauseEntry(
            target, stored.Now is { } now ? new Pause(target, now.Since, now.Until, now.By, now.Reason) : null, [.. stored.Past.Select(p => new PauseSpan(p.From, p.To))], version);
    }

    private sealed record Stored(StoredPause? Now, IReadOnlyList<StoredSpan> Past);

    private sealed record StoredPause(DateTimeOffset Since, DateTimeOffset? Until, string By, string Reason);

    private sealed record StoredSpan(DateTimeOffset From, DateTimeOffset To);
}
