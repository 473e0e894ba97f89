using System.Runtime.InteropServices;
using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Adapters.Values;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Ucum;

namespace Hub.Adapters.CheckWare;

/// <summary>Pages, questions and answers, as they are nested. Wording that is not sent (licensed forms) stays away.</summary>
internal static class ItemReader
{
    private const int MostLevels = 8;

    private static readonly Shape Page = new("id", "title", "items");

    private static readonly Shape Item = new("id", "text", "type", "answer", "answers", "items");

    private static readonly Shape Option = new("code", "label", "system", "points");

    private static readonly Shape Measured = new("value", "unit");

    private enum AnswerType
    {
        Group,
        Choice,
        Number,
        Text,
        Boolean,
        Date,
        Quantity,
    }

    private static readonly Choices<AnswerType> Types = new(
        ("group", AnswerType.Group), ("choice", AnswerType.Choice), ("scale", AnswerType.Number), ("number", AnswerType.Number), ("text", AnswerType.Text), ("boolean", AnswerType.Boolean),
        ("date", AnswerType.Date), ("quantity", AnswerType.Quantity));

    public static IReadOnlyList<AnsweredItem> Pages(Fields body)
    {
        if (!body.Has("pages"))
            return [];
        var items = new List<AnsweredItem>();
        foreach (var page in body.Objects("pages", Page))
        {
            var inside = Items(page, 1);
            // A page without title is layout, no part of the form.
            if (page.Text("title", longest: 500) is { } title)
                items.Add(new AnsweredItem(page.Text("id", required: true, 200) ?? "", title, [], inside));
            else
                items.AddRange(inside);
        }

        return items;
    }

    private static List<AnsweredItem> Items(Fields at, int level)
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
            var type = item.Choice("type", Types, required: true, IntakeErrors.UnknownKind);
            items.Add(new AnsweredItem(item.Text("id", required: true, 200) ?? "", item.Text("text"), Answers(item, type), Items(item, level + 1)));
        }

        return items;
    }

    private static Answer[] Answers(Fields item, AnswerType? type)
    {
        if (item.Has("answer") && item.Has("answers"))
            item.Fail(IntakeErrors.BadFormat, "answers", "A question has answer or answers, not both.");
        if (type is null)
            return [];
        if (type == AnswerType.Group && (item.Has("answer") || item.Has("answers")))
            item.Fail(IntakeErrors.BadFormat, "answer", "A group has no answer of its own.");
        var given = item.Has("answer") ? [(item.Value("answer"), "answer")] : item.Has("answers") ? item.Items("answers").Select((a, i) => (a, $"answers[{i}]")).ToArray() : [];
        return given.Select(g => Read(g.Item1, g.Item2, type.Value, item)).OfType<Answer>().ToArray();
    }

    private static Answer? Read(JsonElement value, string name, AnswerType type, Fields item)
    {
        switch (type)
        {
            case AnswerType.Choice when Fields.Read(value, Option, item.Findings, item.PathOf(name)) is { } option:
                return Chosen(option);
            case AnswerType.Quantity when Fields.Read(value, Measured, item.Findings, item.PathOf(name)) is { } measured:
                return Amount(measured);
            case AnswerType.Number when value.ValueKind == JsonValueKind.Number:
                return Number(value, item, name);
            case AnswerType.Boolean when value.ValueKind is JsonValueKind.True or JsonValueKind.False:
                return new Answer(Boolean: value.GetBoolean());
            case AnswerType.Text when value.ValueKind == JsonValueKind.String:
                return item.AsText(value, name) is { } text && !string.IsNullOrWhiteSpace(text) ? new Answer(Text: text) : null;
            case AnswerType.Date when value.ValueKind == JsonValueKind.String && item.AsText(value, name) is { } date:
                return IsDate(date) ? new Answer(Date: date) : Fault(item, name, "A date such as 2026-03-01 is expected here, or a time with its offset.");
            case AnswerType.Choice or AnswerType.Quantity or AnswerType.Group:
                return null;
            default:
                return Fault(item, name, "The answer is not of the type that the question says.");
        }
    }

    private static Answer? Fault(Fields item, string name, string detail)
    {
        item.Fail(IntakeErrors.BadFormat, name, detail);
        return null;
    }

    private static Answer? Chosen(Fields option)
    {
        var (code, label, system) = (option.Text("code", required: true, 200), option.Text("label", longest: 2000), option.Text("system", longest: 300));
        if (option.Number("points") is not null)
            option.Findings.LeaveOut(option.PathOf("points"), "The points of an option are counted in the scores");
        return code is null ? null : new Answer(Code: new Coding(system, code, label));
    }

    private static Answer? Amount(Fields measured)
    {
        var (value, unit) = (measured.Number("value", required: true), measured.Text("unit", required: true, 60));
        if (value is null || unit is null)
            return null;
        if (UcumUnits.IsValid(unit))
            return new Answer(Quantity: new Quantity(value.Value, unit));
        if (UcumUnits.Normalize(unit)?.Code is { } code && measured.Findings.Tolerate(measured.PathOf("unit"), "unit-spelling", $"Read the unit as {code}.", IntakeErrors.UnknownUnit, $"The UCUM code is {code}."))
            return new Answer(Quantity: new Quantity(value.Value, code, unit));
        if (!measured.Findings.Errors.Any(e => e.Path == measured.PathOf("unit")))
            measured.Fail(IntakeErrors.UnknownUnit, "unit", "A UCUM unit is expected here.");
        return null;
    }

    // A whole number written without a point is a count or a step of a scale; with a point it is a measure, and keeps its digits.
    private static Answer? Number(JsonElement value, Fields item, string name)
    {
        if (value.TryGetInt32(out var whole))
            return new Answer(Integer: whole);
        if (JsonMarshal.GetRawUtf8Value(value).Length <= 28 && value.TryGetDecimal(out var number))
            return new Answer(Number: number);
        item.Fail(IntakeErrors.NotADecimal, name, "The number has more digits than can be kept.");
        return null;
    }

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _) || OffsetTime.Read(text) is not null;
}
