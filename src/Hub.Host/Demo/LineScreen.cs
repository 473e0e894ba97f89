using System.Globalization;

namespace Hub.Host.Demo;

/// <summary>One plain line every other second, and one at once when something happens to a journal: a demo of a few seconds shows it too.</summary>
internal sealed class LineScreen(TextWriter output, TimeProvider time) : IScreen
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public async Task ShowAsync(Func<Task<Board>> read, Task work)
    {
        string? phase = null;
        string? circuits = null;
        var next = TimeSpan.Zero;
        while (!work.IsCompleted)
        {
            var board = await read();
            if (board.Phase != phase)
                await output.WriteLineAsync($"-- {phase = board.Phase}");
            var seen = Circuits(board) ?? circuits;
            if (board.Elapsed >= next || seen != circuits)
            {
                await output.WriteLineAsync(Line(board));
                next = board.Elapsed + Every;
            }

            circuits = seen;
            await Task.WhenAny(work, Task.Delay(Look, time));
        }

        await output.WriteLineAsync(Line(await read()));
    }

    // A circuit that is being probed is on its way from one state to the other: not worth a line.
    private static string? Circuits(Board board) =>
        board.Partners.All(p => p.Circuit is "open" or "closed") ? string.Join(' ', board.Partners.Select(p => p.Circuit)) : null;

    private static string Line(Board board) => string.Create(
        CultureInfo.InvariantCulture,
        $"{board.Elapsed:mm\\:ss}  in {board.Ledger.Messages,5}  deliveries {board.Ledger.Accepted,5}  delivered {board.Ledger.Delivered,5}  waiting {board.Ledger.Pending,4}  dead {board.Ledger.DeadLettered,3}  {string.Join("  ", board.Partners.Select(p => $"{p.Tenant}: circuit {p.Circuit}"))}");
}
