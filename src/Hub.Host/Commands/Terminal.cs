using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Hub.Host.Commands;

/// <summary>What commands print: tables for people, JSON for scripts.</summary>
internal static class Terminal
{
    private const int Unbounded = 400;
    private const int Narrowest = 20;

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A table with bare borders; cells are texts, never markup.</summary>
    /// <param name="columns">Headings.</param>
    /// <returns>The table.</returns>
    public static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        return table;
    }

    /// <summary>Adds a row of texts.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cells">The texts; null is empty.</param>
    public static void Row(this Table table, params string?[] cells) => table.AddRow(cells.Select(c => new Text(c ?? "")));

    /// <summary>Prints a table: with colours on a terminal, as wide as it is into a file or pipe.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="table">The table.</param>
    public static void Print(TextWriter output, Table table)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        Print(output, table, isTerminal ? AnsiConsole.Profile.Width : Unbounded, isTerminal);
    }

    /// <summary>Prints a table for a width. Codes, numbers and times are copied from tables: no column but the last is ever broken or left out, and a narrow terminal breaks lines instead.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="table">The table, of texts.</param>
    /// <param name="width">Characters that a line has room for.</param>
    /// <param name="isTerminal">Whether colours are understood.</param>
    public static void Print(TextWriter output, Table table, int width, bool isTerminal = false)
    {
        var natural = table.Columns.Select((column, i) => table.Rows.Select(row => row[i]).Prepend(column.Header).Max(cell => ((Text)cell).Length)).ToList();
        for (var i = 0; i < natural.Count - 1; i++)
            table.Columns[i].Width = natural[i];
        table.Columns[^1].NoWrap = false;

        // Every column has two blanks on its left or right, and the border one more on each side.
        var needed = natural.SkipLast(1).Sum(w => w + 3) + Math.Min(natural[^1], Narrowest) + 4;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Math.Max(width, needed);
        console.Write(table);
    }

    /// <summary>Prints JSON.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="value">What.</param>
    public static void Json(TextWriter output, object value) => output.WriteLine(JsonSerializer.Serialize(value, Indented));

    /// <summary>Prints errors, one per line.</summary>
    /// <param name="errors">Where to.</param>
    /// <param name="found">The errors.</param>
    /// <param name="exit">Exit code.</param>
    /// <returns>The exit code.</returns>
    public static int Refuse(TextWriter errors, IReadOnlyList<Core.Errors.HubError> found, int exit)
    {
        foreach (var error in found)
            errors.WriteLine(error.ToString());
        return exit;
    }
}
