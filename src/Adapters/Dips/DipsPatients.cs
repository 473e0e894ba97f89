using System.Collections.Concurrent;
using System.Text.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Dips;

/// <summary>
/// DIPS's own ids of patients, found by national id (<c>POST Patient/_search</c>) and remembered for ten minutes. DIPS answers 200 with an OperationOutcome when it has no such patient.
/// </summary>
internal sealed class DipsPatients(DipsConnection connection, TimeProvider time)
{
    private const int Most = 20_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string System, string Value), (string Id, DateTimeOffset Until)> _known = new();

    /// <summary>The id (<c>cdp1000239</c>), or why there is none.</summary>
    public async Task<(string? Id, SendOutcome.Failed? Failure)> FindAsync(string system, string value, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue((system, value), out var known) && known.Until > now)
            return (known.Id, null);
        var answer = await connection.SearchAsync("Patient", [new("identifier", $"{system}|{value}")], cancel);
        if (answer is not { Failure: null, Status: 200 })
            return (null, DipsAnswer.Classify(answer) as SendOutcome.Failed ?? new SendOutcome.Failed(DeliveryErrors.UnreadableAnswer.At(detail: $"The journal answered {answer.Status} to a search")));
        using var document = answer.Whole ? DipsJson.Parse(answer.Body) : null;
        if (document is null)
            return (null, new SendOutcome.Failed(DeliveryErrors.UnreadableAnswer.At("Patient", "The journal's answer to a search cannot be read")));
        var found = Matches(document.RootElement, system, value).ToArray();
        if (found is not [var one])
            return (null, new SendOutcome.Failed(found.Length == 0 ? DeliveryErrors.PatientUnknown.At("subject") : DeliveryErrors.Refused.At("subject", "The journal has several patients with this number")));
        if (_known.Count > Most)
            _known.Clear();
        _known[(system, value)] = (one, now + Remembered);
        return (one, null);
    }

    /// <summary>The patients of an answer who have the number that was asked for: an answer is not taken on trust.</summary>
    public static IEnumerable<string> Matches(JsonElement answer, string system, string value) => Patients(answer)
        .Where(p => DipsJson.Items(p, "identifier").Any(i => DipsJson.Text(i, "system") == system && DipsJson.Text(i, "value")?.Trim() == value))
        .Select(p => DipsJson.Text(p, "id")).OfType<string>().Distinct();

    /// <summary>The patients of an answer.</summary>
    public static IEnumerable<JsonElement> Patients(JsonElement answer) =>
        DipsJson.Items(answer, "entry").Select(e => DipsJson.Member(e, "resource")).Where(r => DipsJson.Text(r, "resourceType") == "Patient");
}
