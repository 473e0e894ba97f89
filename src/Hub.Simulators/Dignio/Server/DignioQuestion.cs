using System.Globalization;
using System.Text.Json;
using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>A question as the vendor's system reads it: <c>POST /lookup/measurements</c>, <c>/questionnaires</c> or <c>/plans</c>, the patient in the body.</summary>
internal sealed record DignioQuestion(ContentKind Kind, string Patient)
{
    private static readonly string[] Known = ["patient", "kinds", "from", "to", "last", "limit", "formId", "history"];

    public IReadOnlyList<string> Kinds { get; private init; } = [];

    public DateTimeOffset From { get; private init; } = DateTimeOffset.MinValue;

    public DateTimeOffset To { get; private init; } = DateTimeOffset.MaxValue;

    public int Last { get; private init; } = int.MaxValue;

    public int Limit { get; private init; } = 1000;

    public bool History { get; private init; }

    /// <summary>Reads a question; null when it is none.</summary>
    public static DignioQuestion? Read(string path, ReadOnlyMemory<byte> body)
    {
        ContentKind? kind = path switch
        {
            "/lookup/measurements" => ContentKind.Measurement,
            "/lookup/questionnaires" => ContentKind.Questionnaire,
            "/lookup/plans" => ContentKind.Plan,
            _ => null,
        };
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (kind is not { } asked || root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Any(m => !Known.Contains(m.Name)))
                return null;
            return new DignioQuestion(asked, root.GetProperty("patient").GetString() ?? "")
            {
                Kinds = root.TryGetProperty("kinds", out var kinds) ? [.. kinds.EnumerateArray().Select(k => k.GetString()!)] : root.TryGetProperty("formId", out var form) ? [form.GetString()!] : [],
                From = Time(root, "from") ?? DateTimeOffset.MinValue,
                To = Time(root, "to") ?? DateTimeOffset.MaxValue,
                Last = root.TryGetProperty("last", out var last) ? last.GetInt32() : int.MaxValue,
                Limit = root.TryGetProperty("limit", out var limit) ? Math.Min(1000, limit.GetInt32()) : 1000,
                History = root.TryGetProperty("history", out var history) && history.GetBoolean(),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>What answers it, newest first, and whether there is more.</summary>
    public (IReadOnlyList<HeldEvent> Events, bool More) Choose(IReadOnlyList<HeldEvent> held)
    {
        var found = new List<HeldEvent>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var e in held)
        {
            if (e.Kind != Kind || e.At < From || e.At >= To || (Kinds.Count > 0 && !Kinds.Contains(e.Category)))
                continue;
            var count = counts[e.Category] = counts.GetValueOrDefault(e.Category) + 1;
            if (count > Last || (Kind == ContentKind.Plan && !History && found.Count > 0))
                continue;
            if (found.Count == Limit)
                return (found, true);
            found.Add(e);
        }

        return (found, false);
    }

    private static DateTimeOffset? Time(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.None) : null;
}
