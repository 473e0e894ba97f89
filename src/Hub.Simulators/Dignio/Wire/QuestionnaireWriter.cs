using System.Text.Json;
using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>The body of an answered form.</summary>
internal static class QuestionnaireWriter
{
    public static void Write(Utf8JsonWriter json, QuestionnaireAnswers form)
    {
        json.WriteString("formId", form.FormId);
        json.Optional("title", form.FormTitle);
        json.Optional("version", form.FormVersion);
        json.List("items", form.Items, item =>
        {
            json.WriteString("id", item.LinkId);
            json.Optional("question", item.Question);
            json.WriteStartArray("answers");
            foreach (var answer in item.Answers)
                Answer(json, answer);
            json.WriteEndArray();
        });
        json.List("scores", form.Scores, score =>
        {
            json.WriteString("kind", score.What);
            json.WriteNumber("value", score.Value);
            if (score.Maximum is { } maximum)
                json.WriteNumber("maximum", maximum);
        });
    }

    private static void Answer(Utf8JsonWriter json, Answer answer)
    {
        if (answer.Boolean is { } yes)
            json.WriteBooleanValue(yes);
        else if (answer.Integer is { } number)
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(answer.Text);
    }
}
