using System.Globalization;
using System.Text.Json;

namespace Hub.Benchmarks.Rows;

/// <summary>Prints rows for people and for scripts.</summary>
public static class Table
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Print(IReadOnlyList<Row> rows)
    {
        Console.WriteLine();
        Console.WriteLine($"{"what",-64} {"on",-24} {"value",14} {"floor",12} {"ratio",6}  goal");
        foreach (var row in rows)
        {
            var mark = row.Met switch { true => "met", false => "MISSED", null => "" };
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Name,-64} {row.Backing,-24} {Figure(row.Value) + " " + row.Unit,14} {(row.Floor is { } f ? Figure(f) : ""),12} {(row.Ratio is { } r ? r.ToString("0.00", CultureInfo.InvariantCulture) : ""),6}  {row.Goal} {mark}"));
        }
    }

    /// <summary>Says what is being measured, beside the table.</summary>
    public static void Progress(string what) => Console.Error.WriteLine($"measuring: {what}");

    public static async Task WriteJsonAsync(string file, IReadOnlyList<Row> rows) =>
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(rows, Indented));

    private static string Figure(double value) => value switch
    {
        double.NaN => "-",
        >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}
