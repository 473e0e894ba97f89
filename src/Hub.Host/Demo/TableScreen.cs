using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hub.Host.Demo;

/// <summary>A table that is drawn again in place, four times a second.</summary>
internal sealed class TableScreen(IAnsiConsole console, TimeProvider time) : IScreen
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    public Task ShowAsync(Func<Task<Board>> read, Task work) => console.Live(new Text("")).AutoClear(true).StartAsync(async live =>
    {
        while (!work.IsCompleted)
        {
            live.UpdateTarget(Draw(await read()));
            await Task.WhenAny(work, Task.Delay(Every, time));
        }
        live.UpdateTarget(Draw(await read()));
    });

    private static Rows Draw(Board board) => new(
        new Markup($"[bold]hub demo[/]  {board.Elapsed.ToString("mm\\:ss", CultureInfo.InvariantCulture)}  {Markup.Escape(board.Phase)}"),
        BoardTables.Contents(board.Lines),
        BoardTables.Journals(board.Partners),
        BoardTables.Counterparts(board.Counterparts),
        board.Errors.Count == 0 ? (IRenderable)new Markup("[grey]no errors so far[/]") : BoardTables.Errors(board.Errors));
}
