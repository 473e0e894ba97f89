using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Hub.Host.Commands;

/// <summary>What commands print: tables for people, JSON for scripts.</summary>
internal static class Terminal
{
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
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        if (!isTerminal)
            console.Profile.Width = 400;
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
