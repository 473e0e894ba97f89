using System.Globalization;
using System.Text.Json;
using Hub.Core.Errors;
using Hub.Host.Errors;

namespace Hub.Host.Faces.Operators;

/// <summary>Named values that an operator asks with, from the address or from a body. Every wrong one is told.</summary>
internal sealed class Asked
{
    /// <summary>The form of a moment as a sentence.</summary>
    public const string MomentForm = "Must be a day (yyyy-MM-dd) or a moment such as 2026-03-01T08:15:00+01:00, with the plus sign written %2B in an address";

    private static readonly string[] Instants = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly Dictionary<string, string> _values;
    private readonly string _path;

    private Asked(Dictionary<string, string> values, string path, List<HubError> errors)
    {
        _values = values;
        _path = path;
        Errors = errors;
    }

    /// <summary>What is wrong so far.</summary>
    public List<HubError> Errors { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="query">The query.</param>
    /// <param name="names">Names it may have.</param>
    /// <returns>The values.</returns>
    public static Asked Of(IQueryCollection query, params string[] names) =>
        new(query.Where(p => p.Value is [{ Length: > 0 }]).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal), "", MessageQuery.Unknown(query, names));

    /// <summary>Reads a body of texts and whole numbers.</summary>
    /// <param name="body">An object with known properties.</param>
    /// <returns>The values.</returns>
    public static Asked Of(JsonElement body)
    {
        var asked = new Asked(new Dictionary<string, string>(StringComparer.Ordinal), "$.", []);
        foreach (var property in body.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Number)
                asked._values.Add(property.Name, property.Value.GetRawText());
            else if (property.Value is { ValueKind: JsonValueKind.String } && property.Value.GetString() is { Length: > 0 } text)
                asked._values.Add(property.Name, text);
            else if (property.Value.ValueKind != JsonValueKind.Null)
                asked.Refuse(property.Name, "Must be a text that is not empty");
        }

        return asked;
    }

    /// <summary>A text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="maxLength">Longest text.</param>
    /// <returns>The text; null when it is not given or too long.</returns>
    public string? Text(string name, int maxLength = 200)
    {
        if (!_values.TryGetValue(name, out var text) || text.Length <= maxLength)
            return text;
        Refuse(name, $"Must be a text of 1 to {maxLength} characters");
        return null;
    }

    /// <summary>One of some names.</summary>
    /// <typeparam name="T">What they mean.</typeparam>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="known">The names.</param>
    /// <returns>The value; null when it is not given or not known.</returns>
    public T? OneOf<T>(string name, IReadOnlyDictionary<string, T> known)
        where T : struct
    {
        if (!_values.TryGetValue(name, out var text))
            return null;
        if (known.TryGetValue(text, out var value))
            return value;
        Refuse(name, $"Must be one of {string.Join(", ", known.Keys)}");
        return null;
    }

    /// <summary>A whole number from 1.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="max">Largest.</param>
    /// <returns>The number; null when it is not given or wrong.</returns>
    public long? Number(string name, long max)
    {
        if (!_values.TryGetValue(name, out var text))
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max)
            return number;
        Refuse(name, $"Must be a whole number from 1 to {max}");
        return null;
    }

    /// <summary>A moment: a day, or a time of day with its offset; UTC where none is given.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The moment; null when it is not given or wrong.</returns>
    public DateTimeOffset? Instant(string name)
    {
        if (!_values.TryGetValue(name, out var text))
            return null;
        if (Moment(text) is { } at)
            return at;
        Refuse(name, MomentForm);
        return null;
    }

    /// <summary>Reads a moment: a day, or a time of day with its offset; UTC where none is given. Other forms (a time without a day, days in the order of some country) mean different things to different people.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The moment; null when it has another form.</returns>
    public static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is >= 1970 and < 9999 ? at : null;

    /// <summary>A period.</summary>
    /// <returns>First moment, and first moment after it; null where it is open.</returns>
    public (DateTimeOffset? From, DateTimeOffset? To) Period()
    {
        var (from, to) = (Instant("from"), Instant("to"));
        if (from >= to)
            Refuse("to", "Must be after 'from'");
        return (from, to);
    }

    /// <summary>Refuses a value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="why">What it must be.</param>
    public void Refuse(string name, string why) => Errors.Add(HttpErrors.BadParameter.At(_path + name, why));

    /// <summary>Refuses that a value is missing.</summary>
    /// <param name="name">Its name.</param>
    public void Miss(string name) => Errors.Add(IntakeErrors.Missing.At(_path + name));
}
