using System.Security.Cryptography;
using System.Text.Json;

namespace Hub.Simulators.Dignio;

/// <summary>Who its patients are, as the vendor's system was told: the newest of each.</summary>
public sealed class PersonShelf
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Digest, ToldPerson Person)> _byId = new(StringComparer.Ordinal);

    /// <summary>Everything that was told, in order of arrival; a repeat counts once.</summary>
    public IReadOnlyList<ToldPerson> Told
    {
        get
        {
            lock (_gate)
                return [.. _byId.Values.Select(v => v.Person)];
        }
    }

    /// <summary>Who a patient is now.</summary>
    /// <param name="patient">National id.</param>
    /// <returns>What was told last by the journal's clock, and of one moment what came last; null when nothing was.</returns>
    public ToldPerson? Of(string patient) => Told.Where(p => p.Patient == patient).OrderBy(p => p.ValidAt).LastOrDefault();

    /// <summary>Takes an event; null when it is none of personalia.</summary>
    internal (int Status, bool Replayed)? Take(ReadOnlyMemory<byte> body, IReadOnlySet<string> patients)
    {
        if (Read(body) is not { } told)
            return null;
        if (patients.Count > 0 && !patients.Contains(told.Patient))
            return (404, false);
        var digest = Convert.ToHexStringLower(SHA256.HashData(body.Span));
        lock (_gate)
        {
            if (_byId.TryGetValue(told.EventId, out var known))
                return known.Digest == digest ? (200, true) : (409, false);
            _byId[told.EventId] = (digest, told);
            return (202, false);
        }
    }

    private static ToldPerson? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.GetProperty("type").GetString() != "personalia")
                return null;
            return new ToldPerson(
                root.GetProperty("eventId").GetString()!,
                root.GetProperty("patient").GetProperty("nationalId").GetString()!,
                root.GetProperty("validAt").GetDateTimeOffset(),
                root.GetProperty("addressProtection").GetString()!,
                root.Clone());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>Who somebody is, as it was told.</summary>
/// <param name="EventId">Id of the event.</param>
/// <param name="Patient">National id.</param>
/// <param name="ValidAt">From when by the journal's clock.</param>
/// <param name="Protection">none, confidential or strictly-confidential.</param>
/// <param name="Body">The whole event.</param>
public sealed record ToldPerson(string EventId, string Patient, DateTimeOffset ValidAt, string Protection, JsonElement Body)
{
    /// <summary>The first line of the first address; null when no address was told.</summary>
    public string? Street => Body.TryGetProperty("addresses", out var addresses) && addresses.GetArrayLength() > 0 ? addresses[0].GetProperty("lines")[0].GetString() : null;
}
