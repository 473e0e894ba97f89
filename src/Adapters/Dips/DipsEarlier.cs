using System.Text.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Dips;

/// <summary>
/// Looks for a document that may have arrived by an earlier try whose answer was lost. Observations are found by the sender's own id (<c>externalfhirid</c>); documents, which cannot be searched by it, by patient and day
/// and then by the id among what comes.
/// </summary>
internal static class DipsEarlier
{
    private const string ExternalId = "http://dips.no/fhir/namingsystem/externalId";

    /// <summary>The reference of what is there already, null when nothing is; or why that is not known.</summary>
    public static async Task<(string? Reference, SendOutcome.Failed? Failure)> FindAsync(DipsConnection connection, DipsDocument document, CancellationToken cancel)
    {
        if (document is not { Place: DipsPlace.Create, ExternalId: { } id } || Parameters(document, id) is not { } parameters)
            return default;
        var answer = await connection.SearchAsync(document.Type, parameters, cancel);
        if (answer is { Failure: null, Status: 404 })
            return default;
        if (answer is not { Failure: null, Status: 200 })
            return (null, DipsAnswer.Classify(answer) as SendOutcome.Failed ?? Unreadable());
        using var bundle = answer.Whole ? DipsJson.Parse(answer.Body) : null;
        return bundle is null ? (null, Unreadable()) : (Reference(bundle.RootElement, document.Type, id), null);
    }

    private static KeyValuePair<string, string>[]? Parameters(DipsDocument document, string id) => (document.Type, document.Patient) switch
    {
        ("Observation", { } patient) => [new("externalfhirid", id), new("patient.Identifier", $"{patient.System}|{patient.Value}")],
        // Days, since these two parameters take no zone; the day before and after, since the journal's zone need not be the sender's.
        ("DocumentReference", { } patient) when document.EventTime is { Length: >= 10 } at && DateOnly.TryParse(at.AsSpan(0, 10), System.Globalization.CultureInfo.InvariantCulture, out var day) =>
        [
            new("patient.identifier", $"{patient.System}|{patient.Value}"),
            new("period.start", Day(day.AddDays(-1))),
            new("period.end", Day(day.AddDays(1))),
            new("_count", "200"),
        ],
        _ => null,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Reference(JsonElement bundle, string type, string id) => DipsJson.Items(bundle, "entry")
        .Select(e => DipsJson.Member(e, "resource"))
        .Where(r => DipsJson.Text(r, "resourceType") == type && DipsJson.Identifier(r, ExternalId) == id)
        .Select(r => $"{type}/{DipsJson.Text(r, "id")}").FirstOrDefault();

    private static SendOutcome.Failed Unreadable() => new(DeliveryErrors.UnreadableAnswer.At(detail: "The journal's answer to a search cannot be read"));
}
