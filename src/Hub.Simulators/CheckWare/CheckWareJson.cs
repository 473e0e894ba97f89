using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hub.Simulators.CheckWare;

/// <summary>Writes deliveries as the system sends them.</summary>
public static class CheckWareJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] MoodQuestions =
        ["Hvor ofte har du vært nedstemt?", "Hvor ofte har du gledet deg over noe?", "Hvor ofte har du vært urolig?", "Hvor ofte har du sovet dårlig?", "Hvor ofte har du våknet for tidlig?", "Hvor ofte har du vært trøtt om dagen?"];

    private static readonly string[] HowOften = ["Ikke i det hele tatt", "Noen dager", "Mer enn halvparten av dagene", "Nesten hver dag"];

    /// <summary>A delivery.</summary>
    /// <param name="form">What was answered.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(AnsweredForm form) => Bytes(json => Write(json, form));

    /// <summary>The answer to a search.</summary>
    /// <param name="forms">What was found.</param>
    /// <param name="more">Whether there is more.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] WriteFound(IEnumerable<AnsweredForm> forms, bool more) => Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("deliveries");
        foreach (var form in forms)
            Write(json, form);
        json.WriteEndArray();
        json.WriteBoolean("more", more);
        json.WriteEndObject();
    });

    private static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
            write(json);
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, AnsweredForm form)
    {
        var cat = form.Form == CheckWareStory.Cat;
        json.WriteStartObject();
        json.WriteString("deliveryId", form.DeliveryId);
        json.WriteString("event", form.Event);
        if (form.Replaces is { } replaces)
            json.WriteString("replaces", replaces);
        json.WriteStartObject("respondent");
        json.WriteString("nationalId", form.Person.NationalId);
        json.WriteString("name", form.Person.Name);
        json.WriteEndObject();
        json.WriteStartObject("assessment");
        json.WriteString("assessmentId", form.AssessmentId);
        json.WriteStartObject("form");
        json.WriteString("code", form.Form);
        json.WriteString("title", cat ? "COPD Assessment Test (CAT)" : "Stemning og søvn");
        json.WriteString("version", "1.0");
        json.WriteBoolean("licensed", cat);
        json.WriteEndObject();
        json.WriteString("completedAt", form.CompletedAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteString("status", "complete");
        json.WriteStartObject("answeredBy");
        json.WriteString("type", "patient");
        json.WriteEndObject();
        if (form.Alert is { } alert)
            json.WriteString("alert", alert);
        Pages(json, form, cat);
        Scores(json, form, cat);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Pages(Utf8JsonWriter json, AnsweredForm form, bool cat)
    {
        json.WriteStartArray("pages");
        json.WriteStartObject();
        json.WriteString("id", "side-1");
        if (!cat)
            json.WriteString("title", "De siste to ukene");
        json.WriteStartArray("items");
        for (var i = 0; i < form.Answers.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("id", (i + 1).ToString(CultureInfo.InvariantCulture));
            if (!cat)
                json.WriteString("text", MoodQuestions[i]);
            json.WriteString("type", cat ? "scale" : "choice");
            if (cat)
            {
                json.WriteNumber("answer", form.Answers[i]);
            }
            else
            {
                json.WriteStartObject("answer");
                json.WriteString("code", form.Answers[i].ToString(CultureInfo.InvariantCulture));
                json.WriteString("label", HowOften[form.Answers[i]]);
                json.WriteNumber("points", form.Answers[i]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        if (form.Comment is { } comment)
        {
            json.WriteStartObject();
            json.WriteString("id", "kommentar");
            json.WriteString("text", "Vil du si noe mer?");
            json.WriteString("type", "text");
            json.WriteString("answer", comment);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Scores(Utf8JsonWriter json, AnsweredForm form, bool cat)
    {
        json.WriteStartArray("scores");
        if (cat)
        {
            Score(json, "sum", "sum", "CAT sumskår", form.Answers.Sum(), 40, (0, 9, "lav", null), (10, 20, "middels", null), (21, 30, "høy", null), (31, 40, "svært høy", null));
        }
        else
        {
            Score(json, "sum", "sum", "Sumskår", form.Answers.Sum(), 18, (0, 8, "lite plaget", "green"), (9, 12, "en del plaget", "yellow"), (13, 18, "mye plaget", "red"));
            Score(json, "stemning", "subscale", "Stemning", form.Answers.Take(3).Sum(), 9);
            Score(json, "sovn", "subscale", "Søvn", form.Answers.Skip(3).Sum(), 9);
        }

        json.WriteEndArray();
    }

    private static void Score(Utf8JsonWriter json, string scale, string kind, string name, int value, int most, params ReadOnlySpan<(int From, int To, string Label, string? Colour)> cutoffs)
    {
        json.WriteStartObject();
        json.WriteString("scale", scale);
        json.WriteString("kind", kind);
        json.WriteString("name", name);
        json.WriteNumber("value", value);
        json.WriteNumber("min", 0);
        json.WriteNumber("max", most);
        json.WriteStartArray("cutoffs");
        string? reading = null;
        foreach (var (from, to, label, colour) in cutoffs)
        {
            json.WriteStartObject();
            json.WriteNumber("from", from);
            json.WriteNumber("to", to);
            json.WriteString("label", label);
            if (colour is not null)
                json.WriteString("colour", colour);
            json.WriteEndObject();
            reading = value >= from && value <= to ? label : reading;
        }

        json.WriteEndArray();
        if (reading is not null)
        {
            json.WriteStartObject("interpretation");
            json.WriteString("label", reading);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
