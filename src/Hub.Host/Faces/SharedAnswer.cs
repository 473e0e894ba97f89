using System.Globalization;
using System.Text.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Intake;

namespace Hub.Host.Faces;

/// <summary>The answer to a shared message in FHIR R4: batch-response or transaction-response with one entry for each entry received, in its order (FHIR R4 http.html 3.1.0.11.2); OperationOutcome where nothing was taken in.</summary>
internal static class SharedAnswer
{
    /// <summary>Writes the answer.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="outcome">What became of the message.</param>
    /// <returns>When it is on its way.</returns>
    public static Task WriteAsync(HttpResponse response, SharedOutcome outcome)
    {
        if (outcome.Errors.Count > 0)
            return VkpAnswer.RefuseAsync(response, outcome.Errors);
        var verdicts = SharedVerdicts.Of(outcome);
        if (Whole(outcome.Split, verdicts) is { Count: > 0 } errors)
            return VkpAnswer.RefuseAsync(response, errors);
        return JsonAnswer.WriteAsync(response, StatusCodes.Status200OK, MediaTypes.FhirJson, (outcome.Split, Verdicts: verdicts), static (json, answer) => Write(json, answer.Split, answer.Verdicts));
    }

    // A transaction is taken in whole or not at all. A batch is answered entry by entry, unless nothing could be promised for any of it: then the same bytes may simply be sent again.
    private static IReadOnlyList<HubError> Whole(SharedSplit split, IReadOnlyList<EntryAnswer?> verdicts)
    {
        var turnedAway = verdicts.OfType<EntryAnswer>().Where(v => v.Status is EntryStatus.Refused or EntryStatus.Conflict).ToList();
        if (turnedAway.Count == 0)
            return [];
        if (!split.IsTransaction && (turnedAway.Count < verdicts.Count(v => v is not null) || turnedAway.Any(v => AnswerStatus.Of(v) < StatusCodes.Status500InternalServerError)))
            return [];
        return [.. turnedAway.SelectMany(v => v.Errors.Count == 0 && v.Status == EntryStatus.Conflict ? [IntakeErrors.ChangedRepeat.At(v.Label)] : v.Errors).Distinct()];
    }

    private static void Write(Utf8JsonWriter json, SharedSplit split, IReadOnlyList<EntryAnswer?> verdicts)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", split.IsTransaction ? "transaction-response" : "batch-response");
        json.WriteStartArray("entry");
        for (var i = 0; i < verdicts.Count; i++)
            Write(json, split.Entries[i], verdicts[i]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SharedEntry entry, EntryAnswer? verdict)
    {
        json.WriteStartObject();
        if (entry.Label is { } label && Uri.IsWellFormedUriString(label, UriKind.Absolute))
            json.WriteString("fullUrl", label);
        json.WriteStartObject("response");
        json.WriteString("status", Status(verdict is null ? StatusCodes.Status200OK : AnswerStatus.Of(verdict)));
        // Where both sides find it again: the hub's own number of the message, the same for every repeat.
        if (verdict is { Status: EntryStatus.Accepted or EntryStatus.Repeated, MessageIds: [var number, ..] })
            json.WriteString("location", string.Create(CultureInfo.InvariantCulture, $"{entry.Type}/{number}"));
        json.WritePropertyName("outcome");
        if (verdict is null)
            VkpAnswer.WriteUsed(json);
        else
            VkpAnswer.Outcome(json, [verdict]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Status(int status) => string.Create(CultureInfo.InvariantCulture, $"{status} {Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status)}");
}
