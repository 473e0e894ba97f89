using System.Globalization;
using System.Text.Json;
using Hub.Core.Content;

namespace Hub.Simulators.Tellu;

/// <summary>Answers questions about a patient: the current revisions, newest first, page by page.</summary>
internal static class QueryDesk
{
    /// <summary>Answers a question.</summary>
    /// <returns>HTTP status and body; the body is null for a question that makes no sense.</returns>
    public static (int Status, byte[]? Body) Answer(JsonElement query, FeedDesk feed, bool xml)
    {
        if (Text(query, "pid") is not { Length: 11 } pid || Text(query, "what") is not { } what)
            return (400, null);
        var entries = feed.Of(pid);
        if (entries.Count == 0)
            return (404, null);
        List<TelluEntry> matching = [.. Matching(entries, what, query).OrderByDescending(e => e.At).ThenByDescending(e => e.Revision)];
        if (Number(query, "last") is { } last)
            matching = [.. matching.GroupBy(e => e.Content.Category).SelectMany(g => g.Take((int)last)).OrderByDescending(e => e.At)];
        var start = int.TryParse(Text(query, "cursor"), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
        var page = matching.Skip(start).Take((int)(Number(query, "limit") ?? 100)).ToList();
        var next = start + page.Count;
        return (200, TelluPage.Write(page, next.ToString(CultureInfo.InvariantCulture), next < matching.Count, xml));
    }

    private static IEnumerable<TelluEntry> Matching(IReadOnlyList<TelluEntry> entries, string what, JsonElement query)
    {
        var kind = what switch { "readings" => 10, "forms" => 40, "plans" => 50, _ => 0 };
        var asked = entries.Where(e => e.Kind == kind).DistinctBy(e => (e.Id, e.Revision));
        var history = query.TryGetProperty("history", out var all) && all.ValueKind == JsonValueKind.True;
        if (!history)
            asked = asked.GroupBy(e => e.Id).Select(g => g.MaxBy(e => e.Revision)!);
        if (kind == 50 && !history)
            asked = asked.OrderByDescending(e => e.At).Take(1);
        var types = query.TryGetProperty("types", out var list) ? list.EnumerateArray().Select(t => t.GetInt32()).ToHashSet() : null;
        var (from, to) = (Number(query, "from"), Number(query, "to"));
        var form = Text(query, "formId");
        return asked.Where(e => (types is null || (e.Content is Measurement m && types.Contains(TelluWords.Type(m.What))))
            && (from is null || e.At.ToUnixTimeMilliseconds() >= from) && (to is null || e.At.ToUnixTimeMilliseconds() < to)
            && (form is null || (e.Content is QuestionnaireAnswers a && a.FormId == form)));
    }

    private static string? Text(JsonElement at, string name) => at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement at, string name) => at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}
