using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>Questions with their answers: words, a number with or without unit, a whole number, yes or no, a chosen option, or a time.</summary>
internal static class AnswerReader
{
    private const int MostLevels = 8;
    private static readonly Shape Item = new("id", "question", "answer", "item");
    private static readonly Shape Answer = new("text", "num", "unit", "int", "yes", "option", "name", "when", "date");
    private static readonly string[] Choices = ["text", "num", "int", "yes", "option", "when", "date"];

    public static List<AnsweredItem> Items(Fields at, EntryTimes times, int level)
    {
        var items = new List<AnsweredItem>();
        if (!at.Has("item"))
            return items;
        if (level > MostLevels)
        {
            at.Fail(IntakeErrors.TooDeep, "item", $"Questions nest deeper than {MostLevels} levels.");
            return items;
        }

        foreach (var item in at.Objects("item", Item))
        {
            var id = item.Text("id", required: true, 200);
            var question = item.Text("question");
            List<Answer> answers = [.. item.Has("answer") ? item.Objects("answer", Answer).Select(a => Read(a, times)).OfType<Answer>() : []];
            items.Add(new AnsweredItem(id ?? "", question, answers, Items(item, times, level + 1)));
        }

        return items;
    }

    private static Answer? Read(Fields at, EntryTimes times)
    {
        var given = Choices.Where(at.Has).ToArray();
        if (given.Length != 1)
        {
            at.Fail(given.Length == 0 ? IntakeErrors.Missing : IntakeErrors.BadFormat, given.Length == 0 ? "text" : given[1], $"An answer has exactly one of {string.Join(", ", Choices)}.");
            return null;
        }

        if (at.Has("unit") && given[0] != "num")
            at.Fail(IntakeErrors.UnknownField, "unit", "Only a number has a unit.");
        if (at.Has("name") && given[0] != "option")
            at.Fail(IntakeErrors.UnknownField, "name", "Only an option has a name.");
        return given[0] switch
        {
            "text" => at.Text("text") is { } text ? new Answer(Text: text) : null,
            "num" => Number(at),
            "int" => at.Integer("int") is { } whole ? new Answer(Integer: whole) : null,
            "yes" => YesOrNo(at),
            "option" => at.Text("option", longest: 200) is { } code ? new Answer(Code: new Coding(null, code, at.Text("name", longest: 500))) : null,
            "when" => times.Read(at, "when", mayBeFuture: true) is { } when ? new Answer(Date: when.Start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)) : null,
            _ => Date(at),
        };
    }

    private static Answer? Number(Fields at)
    {
        if (at.Number("num") is not { } number || !NumberReader.TryUnit(at, out var unit))
            return null;
        return unit is null ? new Answer(Number: number) : new Answer(Quantity: new Quantity(number, unit));
    }

    private static Answer? YesOrNo(Fields at)
    {
        if (at.Value("yes").ValueKind is JsonValueKind.True or JsonValueKind.False)
            return new Answer(Boolean: at.Value("yes").GetBoolean());
        at.Fail(IntakeErrors.BadFormat, "yes", "True or false is expected here.");
        return null;
    }

    private static Answer? Date(Fields at)
    {
        if (at.Text("date", longest: 10) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out _))
            return new Answer(Date: text);
        at.Fail(IntakeErrors.BadFormat, "date", "A day such as 2026-03-01 is expected here.");
        return null;
    }
}
