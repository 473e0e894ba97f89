using System.Security.Cryptography;
using System.Text.Json;

namespace Hub.Simulators.Dignio;

/// <summary>What the vendor's system was told: each event once, however often it came.</summary>
public sealed class FollowUpLedger
{
    private static readonly string[] States = ["included", "paused", "ended"];
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FollowUpEvent> _byId = new(StringComparer.Ordinal);
    private int _repeats;
    private int _conflicts;
    private int _refused;

    /// <summary>Every event, in order of arrival.</summary>
    public IReadOnlyList<FollowUpEvent> Events
    {
        get
        {
            lock (_gate)
                return [.. _byId.Values.OrderBy(e => e.No)];
        }
    }

    /// <summary>How often an event came again.</summary>
    public int Repeats => Volatile.Read(ref _repeats);

    /// <summary>How often other bytes came under a known id.</summary>
    public int Conflicts => Volatile.Read(ref _conflicts);

    /// <summary>How many events were refused.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>The state of a patient's follow-up, in whatever order the events came: what a chain said that was withdrawn does not count, and of the rest the one sent last holds; null when nothing was told.</summary>
    /// <param name="patient">National id.</param>
    /// <returns>included, paused or ended.</returns>
    public string? StateOf(string patient)
    {
        var told = Events.Where(e => e.Patient == patient).OrderBy(e => e.SentAt ?? DateTimeOffset.MaxValue).ToArray();
        var withdrawn = told.Where(e => e.Cancels).Select(e => e.Chain).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (told.LastOrDefault(e => !withdrawn.Contains(e.Chain)) ?? told.LastOrDefault())?.State;
    }

    /// <summary>Takes an event in and tells the HTTP status of the answer.</summary>
    internal (int Status, bool Replayed) Take(ReadOnlyMemory<byte> body, IReadOnlySet<string> patients)
    {
        if (Read(body) is not { } told)
        {
            Interlocked.Increment(ref _refused);
            return (422, false);
        }

        if (patients.Count > 0 && !patients.Contains(told.Patient))
        {
            Interlocked.Increment(ref _refused);
            return (404, false);
        }

        lock (_gate)
        {
            if (!_byId.TryGetValue(told.EventId, out var known))
            {
                _byId[told.EventId] = told with { No = _byId.Count + 1 };
                return (202, false);
            }

            if (known.Digest != told.Digest)
            {
                _conflicts++;
                return (409, false);
            }

            _repeats++;
            return (200, true);
        }
    }

    private static FollowUpEvent? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (Text(root, "type") != "follow-up-status" || !root.TryGetProperty("patient", out var patient))
                return null;
            var told = new FollowUpEvent(0, Text(root, "eventId") ?? "", Text(patient, "nationalId") ?? "", Text(root, "state") ?? "", Text(root, "reason") ?? "", Text(root, "effectiveAt") ?? "", Convert.ToHexStringLower(SHA256.HashData(body.Span)));
            if (root.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.Object)
            {
                told = told with
                {
                    Chain = Text(source, "chain") ?? told.EventId,
                    SentAt = DateTimeOffset.TryParse(Text(source, "sentAt"), System.Globalization.CultureInfo.InvariantCulture, out var sent) ? sent : null,
                    Cancels = source.TryGetProperty("cancels", out var cancels) && cancels.ValueKind == JsonValueKind.True,
                };
            }

            return told.EventId.Length > 0 && told.Patient.Length == 11 && States.Contains(told.State) && DateTimeOffset.TryParse(told.EffectiveAt, System.Globalization.CultureInfo.InvariantCulture, out _) ? told : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
