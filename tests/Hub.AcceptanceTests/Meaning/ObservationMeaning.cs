using System.Text.Json;

namespace Hub.AcceptanceTests.Meaning;

/// <summary>Compares what two FHIR Observations say, whatever order or spelling of JSON they use. What arrives may say more (a display, a profile, a category), never less and nothing else.</summary>
internal static class ObservationMeaning
{
    private const string Ucum = "http://unitsofmeasure.org";
    private static readonly string[] Times = ["effectiveDateTime", "effectiveInstant", "effectivePeriod"];
    private static readonly string[] Values = ["valueQuantity", "valueCodeableConcept", "valueString", "valueInteger", "valueBoolean", "dataAbsentReason"];

    /// <summary>Every difference in meaning, with its path; empty when there is none.</summary>
    public static IReadOnlyList<string> Differences(JsonElement sent, JsonElement arrived)
    {
        var differences = new List<string>();
        Same(sent, arrived, "status", differences);
        Concept("code", Member(sent, "code"), Member(arrived, "code"), differences);
        InFieldOrNote("bodySite", sent, arrived, differences);
        InFieldOrNote("method", sent, arrived, differences);
        Party("subject", Member(sent, "subject"), Member(arrived, "subject"), differences);
        foreach (var time in Times)
            Time(time, Member(sent, time), Member(arrived, time), differences);
        Value("", sent, arrived, differences);
        Components(sent, arrived, differences);
        Performers(sent, arrived, differences);
        Each("note", sent, arrived, note => Text(note, "text"), differences);
        Each("interpretation", sent, arrived, concept => string.Join(' ', Codings(concept).Order(StringComparer.Ordinal)), differences);
        return differences;
    }

    // Profiles allow few sites, methods and performers. What they do not allow must still be there to read.
    private static void InFieldOrNote(string name, JsonElement sent, JsonElement arrived, List<string> differences)
    {
        var structured = new List<string>();
        Concept(name, Member(sent, name), Member(arrived, name), structured);
        if (structured.Count > 0 && !(Member(sent, name) is { } concept && Items(concept, "coding").All(c => Noted(arrived, Text(c, "display") ?? Text(c, "code")))))
            differences.AddRange(structured);
    }

    private static void Performers(JsonElement sent, JsonElement arrived, List<string> differences)
    {
        var there = Items(arrived, "performer").Select(IdentifierOf).ToList();
        var lost = Items(sent, "performer").Count(p => !there.Contains(IdentifierOf(p)) && !Noted(arrived, Member(p, "identifier") is { } id ? Text(id, "value") : Text(p, "display")));
        if (lost > 0)
            differences.Add($"performer: {lost} of {Items(sent, "performer").Count()} neither arrived nor stand in a note");
    }

    private static bool Noted(JsonElement arrived, string? words) =>
        words is not null && Items(arrived, "note").Any(note => Text(note, "text")!.Contains(words, StringComparison.Ordinal));

    private static void Components(JsonElement sent, JsonElement arrived, List<string> differences)
    {
        var there = Items(arrived, "component").ToList();
        foreach (var component in Items(sent, "component"))
        {
            var codes = Codings(Member(component, "code")).ToList();
            var path = $"component[{string.Join(' ', codes)}]";
            var match = there.Where(c => codes.All(Codings(Member(c, "code")).Contains)).ToList();
            if (match.Count == 1)
                Value(path, component, match[0], differences);
            else
                differences.Add($"{path}: {match.Count} times in what arrived");
        }

        if (there.Count != Items(sent, "component").Count())
            differences.Add($"component: {Items(sent, "component").Count()} sent, {there.Count} arrived");
    }

    private static void Value(string path, JsonElement sent, JsonElement arrived, List<string> differences)
    {
        foreach (var name in Values)
        {
            var (before, after) = (Member(sent, name), Member(arrived, name));
            if (before is null != after is null)
                differences.Add($"{path}.{name}: {(before is null ? "not sent, and arrived" : "sent, and did not arrive")}");
            else if (before is { } b && after is { } a)
                ValueOf($"{path}.{name}", b, a, differences);
        }
    }

    private static void ValueOf(string path, JsonElement sent, JsonElement arrived, List<string> differences)
    {
        if (sent.ValueKind != JsonValueKind.Object)
            Equal(path, sent.ToString(), arrived.ToString(), differences);
        else if (Member(sent, "value") is { } number)
        {
            if (Member(arrived, "value") is not { } other || number.GetDecimal() != other.GetDecimal())
                differences.Add($"{path}: another number");
            if (!SameUnit(Unit(sent), Unit(arrived)))
                differences.Add($"{path}: another unit");
            Equal($"{path}.comparator", Text(sent, "comparator"), Text(arrived, "comparator"), differences);
        }
        else
            Concept(path, sent, arrived, differences);
    }

    // The litre has two spellings in UCUM (section 30, table 4), and a number without unit is a number of ones.
    private static bool SameUnit(string? sent, string? arrived) =>
        sent == arrived
        || (sent is null && arrived is Ucum + "|1" or Ucum + "|{score}")
        || (sent is not null && arrived is not null && sent.Replace("/l", "/L", StringComparison.Ordinal) == arrived.Replace("/l", "/L", StringComparison.Ordinal));

    private static string? Unit(JsonElement quantity) => Text(quantity, "code") is { } code ? $"{Text(quantity, "system")}|{code}" : Text(quantity, "unit");

    private static void Concept(string path, JsonElement? sent, JsonElement? arrived, List<string> differences)
    {
        var there = Codings(arrived).ToHashSet(StringComparer.Ordinal);
        foreach (var coding in Codings(sent).Where(c => !there.Contains(c)))
            differences.Add($"{path}: {coding} did not arrive");
        if (sent is null && arrived is not null)
            differences.Add($"{path}: not sent, and arrived");
        if (sent is { } concept && !Codings(sent).Any())
            Equal($"{path}.text", Text(concept, "text"), arrived is { } a ? Text(a, "text") : null, differences);
    }

    private static void Time(string path, JsonElement? sent, JsonElement? arrived, List<string> differences)
    {
        // A date without a time says less than midnight would: the literal is the meaning. An instant may be written with another offset.
        if (sent is { ValueKind: JsonValueKind.String } before && arrived is { ValueKind: JsonValueKind.String } after
            && before.GetString()!.Contains('T', StringComparison.Ordinal)
            && before.TryGetDateTimeOffset(out var from) && after.TryGetDateTimeOffset(out var to))
            Equal(path, from.UtcDateTime.ToString("O"), to.UtcDateTime.ToString("O"), differences);
        else
            Equal(path, sent?.ToString(), arrived?.ToString(), differences);
    }

    private static void Party(string path, JsonElement? sent, JsonElement? arrived, List<string> differences) =>
        Equal($"{path}.identifier", sent is { } s ? IdentifierOf(s) : null, arrived is { } a ? IdentifierOf(a) : null, differences);

    private static void Each(string path, JsonElement sent, JsonElement arrived, Func<JsonElement, string?> say, List<string> differences)
    {
        var there = Items(arrived, path).Select(say).ToList();
        foreach (var item in Items(sent, path).Select(say).Where(item => !there.Contains(item)))
            differences.Add($"{path}: one of {Items(sent, path).Count()} did not arrive ({there.Count} did)");
    }

    private static void Same(JsonElement sent, JsonElement arrived, string name, List<string> differences) =>
        Equal(name, Text(sent, name), Text(arrived, name), differences);

    private static void Equal(string path, string? sent, string? arrived, List<string> differences)
    {
        if (sent != arrived)
            differences.Add($"{path}: changed");
    }

    private static IEnumerable<string> Codings(JsonElement? concept) =>
        concept is { } c ? Items(c, "coding").Select(x => $"{Text(x, "system")}|{Text(x, "code")}") : [];

    private static string? IdentifierOf(JsonElement reference) =>
        Member(reference, "identifier") is { } id ? $"{Text(id, "system")}|{Text(id, "value")}" : Text(reference, "reference");

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : default;

    private static JsonElement? Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
