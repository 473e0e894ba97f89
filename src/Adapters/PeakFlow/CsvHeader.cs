using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.PeakFlow;

/// <summary>The header line: which column stands where.</summary>
internal sealed class CsvHeader
{
    /// <summary>Every column, in the order the documentation lists them.</summary>
    public static readonly IReadOnlyList<string> Columns = ["patient", "measured", "pef", "unit", "device", "number", "zone", "comment"];

    private static readonly string[] Required = ["patient", "measured", "pef", "unit", "device", "number"];

    private readonly Dictionary<string, int> _places;

    private CsvHeader(int count, Dictionary<string, int> places, IReadOnlyList<int> unknown) => (Count, _places, Unknown) = (count, places, unknown);

    /// <summary>How many columns there are.</summary>
    public int Count { get; }

    /// <summary>Columns that the format does not have (lenient mode only).</summary>
    public IReadOnlyList<int> Unknown { get; }

    /// <summary>Reads the header line. A fault here is one of the whole file: its lines cannot be told apart.</summary>
    public static Result<CsvHeader> Read(CsvLine line, InboundMessage input)
    {
        var errors = new List<HubError>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var unknown = new List<int>();
        for (var i = 0; i < line.Fields.Count; i++)
        {
            var name = line.Fields[i].Trim();
            if (!Columns.Contains(name))
                unknown.Add(i);
            else if (!places.TryAdd(name, i))
                errors.Add(IntakeErrors.DuplicateProperty.At($"line {line.Number}, {name}", "The column stands twice."));
        }

        // Its words are not repeated: in a file without a header they are a patient's.
        if (places.Count == 0)
            return IntakeErrors.Missing.At($"line {line.Number}", $"The file has no header line with the names of its columns: {string.Join(", ", Columns)}.");
        if (input.Partner.Inbound?.Mode != InboundMode.Lenient)
            errors.AddRange(unknown.Take(100).Select(i => IntakeErrors.UnknownField.At($"line {line.Number}, column {i + 1}", $"The format has no such column; it has {string.Join(", ", Columns)}.")));
        errors.AddRange(Required.Where(c => !places.ContainsKey(c)).Select(c => IntakeErrors.Missing.At($"line {line.Number}, {c}", "The column is missing.")));
        return line.Broken ? IntakeErrors.BadFormat.At($"line {line.Number}", CsvText.BrokenLine)
            : errors.Count > 0 ? Result<CsvHeader>.Failed(errors)
            : new CsvHeader(line.Fields.Count, places, unknown);
    }

    /// <summary>The field of a column in a line; null when the column is not there or the field is empty.</summary>
    public string? Field(CsvLine line, string column) => _places.TryGetValue(column, out var place) && line.Fields[place].Trim() is { Length: > 0 } text ? text : null;
}
