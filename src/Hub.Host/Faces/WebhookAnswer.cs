using System.Globalization;
using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Intake;

namespace Hub.Host.Faces;

/// <summary>An intake answer in the hub's own JSON.</summary>
internal static class WebhookAnswer
{
    /// <summary>Writes the answer.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>When it is on its way.</returns>
    public static Task WriteAsync(HttpResponse response, IntakeAnswer answer)
    {
        var status = AnswerStatus.Of(answer);
        if (status < StatusCodes.Status400BadRequest)
            return JsonAnswer.WriteAsync(response, status, MediaTypes.Json, answer.Entries, static (json, entries) =>
            {
                json.WriteStartObject();
                Entries(json, entries);
                json.WriteEndObject();
            });
        Problem.Hints(response, status);
        return JsonAnswer.WriteAsync(response, status, MediaTypes.Problem, (Status: status, Answer: answer), static (json, p) =>
        {
            json.WriteStartObject();
            Problem.Head(json, p.Status, p.Answer.Errors.Count > 0 ? p.Answer.Errors : All(p.Answer.Entries));
            if (p.Answer.Entries.Count > 0)
                Entries(json, p.Answer.Entries);
            json.WriteEndObject();
        });
    }

    private static List<HubError> All(IReadOnlyList<EntryAnswer> entries)
    {
        var errors = entries.SelectMany(e => e.Errors).ToList();
        return errors.Count > 0 ? errors : [IntakeErrors.ChangedRepeat.At()];
    }

    private static void Entries(Utf8JsonWriter json, IReadOnlyList<EntryAnswer> entries)
    {
        json.WriteStartArray("entries");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("label", entry.Label);
            json.WriteString("status", AnswerStatus.Name(entry.Status));
            json.WriteStartArray("messages");
            foreach (var id in entry.MessageIds)
                json.WriteStringValue(id.ToString(CultureInfo.InvariantCulture));
            json.WriteEndArray();
            if (entry.Errors.Count > 0)
                Problem.Errors(json, entry.Errors);
            if (entry.Repairs.Count > 0)
                Repairs(json, entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Repairs(Utf8JsonWriter json, EntryAnswer entry)
    {
        json.WriteStartArray("repairs");
        foreach (var repair in entry.Repairs)
        {
            json.WriteStartObject();
            json.WriteString("path", repair.Path);
            json.WriteString("rule", repair.Rule);
            json.WriteString("what", repair.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
