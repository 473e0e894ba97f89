using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using Hub.Kith.Types;

namespace Hub.Simulators.Profil;

/// <summary>Opens sessions and knows which are in force.</summary>
internal sealed class SessionDesk(ProfilServerOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _sessions = new(StringComparer.Ordinal);
    private int _opened;

    public int Opened => Volatile.Read(ref _opened);

    public ProfilVerdict Open(XElement? login)
    {
        var client = login?.Element(ProfilVerdict.Space + "klient")?.Value ?? "";
        var secret = login?.Element(ProfilVerdict.Space + "hemmelighet")?.Value ?? "";
        if (client.Length == 0 || (options.Clients.Count > 0 && options.Clients.GetValueOrDefault(client) != secret))
            return ProfilVerdict.Error(1003);
        var end = time.GetUtcNow() + options.SessionLifetime;
        var token = string.Create(CultureInfo.InvariantCulture, $"okt-{Interlocked.Increment(ref _opened)}-{Guid.NewGuid():N}");
        _sessions[token] = end;
        var offset = NorwegianTime.OffsetAt(end);
        return ProfilVerdict.Ok(new XElement(
            ProfilVerdict.Space + "okt",
            new XAttribute("token", token),
            new XElement(ProfilVerdict.Space + "utloper", new XAttribute("sommertid", offset.Hours == 2), end.ToOffset(offset).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture))));
    }

    /// <summary>0 when the session is in force, else the error number.</summary>
    public int Check(string? token) =>
        string.IsNullOrEmpty(token) ? 1001 : _sessions.TryGetValue(token, out var end) && end > time.GetUtcNow() ? 0 : 1002;

    public void ExpireAll() => _sessions.Clear();
}
