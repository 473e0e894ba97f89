using System.Globalization;
using System.Text.Json;
using Hub.Adapters.Http;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Gerica;

/// <summary>Reads the answer to a batch (Bundle of type batch-response) and gives every document its own outcome.</summary>
public static class GericaBatchAnswer
{
    /// <summary>
    /// Reads it. An entry with a fullUrl answers the document of that fullUrl; entries without one answer by position, provided that there are as many as were sent.
    /// Documents without an answer, or with two that disagree, are <see cref="DeliveryErrors.UnreadableAnswer"/>: they are sent again and the journal drops what it has.
    /// </summary>
    /// <param name="items">What was sent.</param>
    /// <param name="body">The answer; empty when it could not be read whole.</param>
    /// <param name="headers">Its headers.</param>
    /// <returns>One outcome per document.</returns>
    public static IReadOnlyList<SendOutcome> Read(IReadOnlyList<OutboundItem> items, ReadOnlySpan<byte> body, AnswerHeaders headers)
    {
        var outcomes = new SendOutcome?[items.Count];
        try
        {
            if (!body.IsEmpty)
            {
                var reader = new Utf8JsonReader(body);
                using var document = JsonDocument.ParseValue(ref reader);
                Assign(items, Entries(document.RootElement), headers, outcomes);
            }
        }
        catch (JsonException)
        {
            Array.Clear(outcomes);
        }

        return [.. outcomes.Select(o => o ?? Unanswered())];
    }

    private static void Assign(IReadOnlyList<OutboundItem> items, List<JsonElement> entries, AnswerHeaders headers, SendOutcome?[] outcomes)
    {
        var positions = items.Select((item, index) => (Url: GericaBatch.FullUrl(item), index)).ToDictionary(p => p.Url, p => p.index, StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            var position = Text(entries[i], "fullUrl") is { } url
                ? positions.GetValueOrDefault(url, -1)
                : entries.Count == items.Count ? i : -1;
            if (position < 0)
                continue;
            var outcome = OutcomeOf(entries[i], headers);
            outcomes[position] = outcomes[position] is { } earlier && earlier != outcome ? Unanswered() : outcome;
        }
    }

    private static SendOutcome OutcomeOf(JsonElement entry, AnswerHeaders headers)
    {
        if (!entry.TryGetProperty("response", out var response) || Status(Text(response, "status")) is not { } status)
            return Unanswered();
        var location = Text(response, "location");
        // A conditional create that found the resource answers 200 and creates nothing (FHIR R4 http.html#ccreate).
        var entryHeaders = new AnswerHeaders("application/fhir+json", location, Replayed: status == 200, headers.RetryAfter);
        var verdict = response.TryGetProperty("outcome", out var outcome) ? JsonSerializer.SerializeToUtf8Bytes(outcome) : [];
        return GericaAnswer.Classify(status, entryHeaders, verdict);
    }

    private static int? Status(string? text) =>
        text is { Length: >= 3 } && int.TryParse(text.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;

    private static List<JsonElement> Entries(JsonElement bundle) =>
        bundle.ValueKind == JsonValueKind.Object && Text(bundle, "resourceType") == "Bundle"
            && bundle.TryGetProperty("entry", out var entries) && entries.ValueKind == JsonValueKind.Array
            ? [.. entries.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)]
            : [];

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : null;

    private static SendOutcome.Failed Unanswered() =>
        new(DeliveryErrors.UnreadableAnswer.At("Bundle.entry", "The partner's answer to the batch does not say what became of this document"));
}
