using System.Globalization;
using System.Text.Json;
using Hub.Core.Storage;
using Hub.Host.Polling;

namespace Hub.Host.Faces;

/// <summary>Refused input in JSON: what it is called and why it was refused, never what it says.</summary>
internal static class RefusedViews
{
    /// <summary>A page.</summary>
    public static void Page(Utf8JsonWriter json, (IReadOnlyList<StoredRecord> Records, int Limit, IBodyVault Vault) page)
    {
        json.WriteStartObject();
        json.WriteStartArray("refused");
        foreach (var record in page.Records)
            One(json, record, page.Vault);
        json.WriteEndArray();
        if (page.Records.Count == page.Limit)
            json.WriteString("next", RefusedQuery.Next(page.Records[^1]));
        json.WriteEndObject();
    }

    /// <summary>What an act led to.</summary>
    public static void Outcome(Utf8JsonWriter json, RefusedOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("key", outcome.Key);
        json.WriteString("state", outcome.State);
        json.WriteStartArray("messages");
        foreach (var message in outcome.Messages)
            json.WriteStringValue(message.ToString(CultureInfo.InvariantCulture));
        json.WriteEndArray();
        Problem.Errors(json, outcome.Errors);
        json.WriteEndObject();
    }

    private static void One(Utf8JsonWriter json, StoredRecord record, IBodyVault vault)
    {
        json.WriteStartObject();
        json.WriteString("tenant", record.Tenant);
        json.WriteString("key", record.Key);
        json.WriteString("state", record.State);
        json.WriteString("refusedAt", record.At);
        if (record.State is RefusedInput.TakenIn or RefusedInput.Discarded)
            json.WriteString("by", record.Who);

        // An entry whose key is gone is shown with its word: it must not hide the others.
        var refused = RefusedInput.Of(record, vault);
        if (!refused.IsOk)
        {
            Problem.Errors(json, refused.Errors);
        }
        else
        {
            json.WriteString("partner", refused.Value.Partner);
            json.WriteString("label", refused.Value.Label);
            json.WriteString("mediaType", refused.Value.MediaType);
            json.WriteNumber("bytes", refused.Value.Body.Length);
            json.WriteNumber("taken", refused.Value.Taken);
            Problem.Errors(json, refused.Value.Errors);
        }

        json.WriteEndObject();
    }
}
