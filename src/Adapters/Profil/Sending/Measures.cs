using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using Hub.Adapters.Profil.Exchange;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Profil.Sending;

/// <summary>The measure (tiltak) of each patient that everything is filed under. It is made once: where the journal says that there is one already, that one is used, and never a second one.</summary>
/// <param name="connection">The way to the journal.</param>
/// <param name="time">The clock.</param>
public sealed class Measures(ProfilConnection connection, TimeProvider time)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (string Measure, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <summary>Finds or makes the measure of a patient.</summary>
    /// <param name="patient">National number; kept in memory only, for ten minutes.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The measure's number, or why there is none; <c>Fresh</c> is false when it is remembered from before.</returns>
    public async Task<(string? Measure, bool Fresh, SendOutcome.Failed? Failure)> OfAsync(string patient, CancellationToken cancel)
    {
        if (_known.TryGetValue(patient, out var known) && known.Until > time.GetUtcNow())
            return (known.Measure, false, null);
        var (user, unknown) = await UserAsync(connection, patient, cancel);
        if (user is null)
            return (null, true, unknown);
        var (measure, failure) = await FindAsync(connection, user, cancel);
        if (measure is null && failure is null)
            (measure, failure) = await MakeAsync(user, cancel);
        if (measure is not null)
            Remember(patient, measure);
        return (measure, true, failure);
    }

    /// <summary>Forgets a patient's measure, since the journal no longer has it.</summary>
    /// <param name="patient">National number.</param>
    public void Forget(string patient) => _known.TryRemove(patient, out _);

    /// <summary>The journal's own number of a patient.</summary>
    internal static async Task<(string? User, SendOutcome.Failed? Failure)> UserAsync(ProfilConnection connection, string patient, CancellationToken cancel)
    {
        var search = new XElement(ProfilXml.Space + "sok", new XElement(ProfilXml.Space + "fodselsnummer", patient));
        var reply = await connection.CallAsync(HttpMethod.Post, "brukere/sok", search, cancel);
        return ProfilAnswer.Fault(reply, connection.Options) is { } fault ? (null, fault) : Numbered(reply);
    }

    /// <summary>The measure in use; null without failure when there is none. Where somebody made several by hand, the oldest.</summary>
    internal static async Task<(string? Measure, SendOutcome.Failed? Failure)> FindAsync(ProfilConnection connection, string user, CancellationToken cancel)
    {
        var reply = await connection.CallAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"brukere/{user}/tiltak?type={connection.Options.MeasureType}"), null, cancel);
        if (ProfilAnswer.Fault(reply, connection.Options) is { } fault)
            return (null, fault);
        var numbers = reply.Body!.Elements(ProfilXml.Space + "tiltak")
            .Where(t => t.Attribute("status")?.Value is "1" or "2" or null)
            .Select(t => long.TryParse(t.Attribute("nr")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue)
            .Where(n => n < long.MaxValue).Order().ToArray();
        return numbers is [var oldest, ..] ? (oldest.ToString(CultureInfo.InvariantCulture), null) : (null, null);
    }

    private async Task<(string? Measure, SendOutcome.Failed? Failure)> MakeAsync(string user, CancellationToken cancel)
    {
        var measure = new XElement(
            ProfilXml.Space + "tiltak",
            new XAttribute("type", connection.Options.MeasureType.ToString(CultureInfo.InvariantCulture)),
            new XAttribute("eksternId", string.Create(CultureInfo.InvariantCulture, $"hub/{user}/{connection.Options.MeasureType}")),
            new XElement(ProfilXml.Space + "navn", connection.Options.MeasureName));
        var reply = await connection.CallAsync(HttpMethod.Post, $"brukere/{user}/tiltak", measure, cancel);
        // Lists lag behind in this journal: only making one tells for sure, and the refusal names the one that is there.
        if (reply.ErrorCode == ProfilAnswer.MeasureExists && reply.Version == connection.Options.ApiVersion && reply.Number("tiltaknr") is { } existing)
            return (existing, null);
        return ProfilAnswer.Fault(reply, connection.Options) is { } fault ? (null, fault) : Numbered(reply);
    }

    private static (string? Number, SendOutcome.Failed? Failure) Numbered(ProfilReply reply) => reply.Number("nr") is { } number
        ? (number, null)
        : (null, new SendOutcome.Failed(DeliveryErrors.UnreadableAnswer.At("nr", "The journal's answer has no number")));

    private void Remember(string patient, string measure)
    {
        if (_known.Count >= MostKept)
            _known.Clear();
        _known[patient] = (measure, time.GetUtcNow() + Kept);
    }
}
