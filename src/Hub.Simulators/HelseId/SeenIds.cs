namespace Hub.Simulators.HelseId;

/// <summary>Ids that may be used once (<c>jti</c>), kept as long as they could be used again.</summary>
internal sealed class SeenIds(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>True for the first use of an id.</summary>
    public bool First(string id)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (_seen.Count > 10_000)
            {
                foreach (var old in _seen.Where(s => s.Value < now).Select(s => s.Key).ToList())
                    _seen.Remove(old);
            }

            return _seen.TryAdd(id, now + Kept);
        }
    }
}
