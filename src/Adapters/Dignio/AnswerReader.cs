using System.Runtime.InteropServices;
using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Dignio;

/// <summary>Questions with their answers: text, number, yes or no, a chosen option, a number with unit, or a date.</summary>
internal static class AnswerReader
{
    private const int MostLevels = 8;

    private static readonly Shape Item = new("id", "question", "answers", "items");

    private static readonly Shape Structured = new("code", "system", "display", "value", "unit", "date");

    public static List<AnsweredItem> Items(Fields at, int level)
    {
        var items = new List<AnsweredItem>();
        if (!at.Has("items"))
            return items;
        if (level > MostLevels)
        {
            at.Fail(IntakeErrors.TooDeep, "items", $"Questions nest deeper than {MostLevels} levels.");
            return items;
        }

        foreach (var item in at.Objects("items", Item))
        {
            var id = item.Text("id", required: true, 200);
            var question = item.Text("question");
            List<Answer> answers = [.. item.Has("answers") ? item.Items("answers").Select((a, i) => Read(a, item, $"answers[{i}]")).OfType<Answer>() : []];
            items.Add(new AnsweredItem(id ?? "", question, answers, Items(item, level + 1)));
        }

        return items;
    }

    private static Answer? Read(JsonElement value, Fields item, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return new Answer(Boolean: value.GetBoolean());
            case JsonValueKind.String:
                return item.AsText(value, name) is { } text ? new Answer(Text: text) : null;
            case JsonValueKind.Number:
                return Number(value, item, name);
            case JsonValueKind.Object:
                return Fields.Read(value, Structured, item.Findings, item.PathOf(name)) is { } fields ? Read(fields) : null;
            default:
                item.Fail(IntakeErrors.BadFormat, name, "An answer is a text, a number, true or false, or an object.");
                return null;
        }
    }

    // A whole number written without a point is a count or a choice; with a point it is a measure, and keeps its digits.
    private static Answer? Number(JsonElement value, Fields item, string name)
    {
        if (value.TryGetInt32(out var whole))
            return new Answer(Integer: whole);
        if (JsonMarshal.GetRawUtf8Value(value).Length <= 28 && value.TryGetDecimal(out var number))
            return new Answer(Number: number);
        item.Fail(IntakeErrors.NotADecimal, name, "The number has more digits than can be kept.");
        return null;
    }

    private static Answer? Read(Fields at)
    {
        if (at.Has("code"))
        {
            Alone(at, "code", "value", "unit", "date");
            return CodeReader.ReadFrom(at) is { } code ? new Answer(Code: code) : null;
        }

        if (at.Has("date"))
        {
            Alone(at, "date", "value", "unit", "system", "display");
            return at.Text("date", longest: 40) is { } date ? new Answer(Date: date) : null;
        }

        Alone(at, "value", "system", "display");
        return at.Number("value", required: true) is { } number ? new Answer(Quantity: new Quantity(number, at.Text("unit", required: true, 60) ?? "1")) : null;
    }

    private static void Alone(Fields at, string kept, params ReadOnlySpan<string> others)
    {
        foreach (var other in others)
        {
            if (at.Has(other))
                at.Fail(IntakeErrors.BadFormat, other, $"An answer with {kept} does not have this field.");
        }
    }
}
