using System.Globalization;

namespace Hub.Host.Demo;

/// <summary>One plain line every other second.</summary>
internal sealed class LineScreen(TextWriter output, TimeProvider time) : IScreen
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task ShowAsync(Func<Task<Board>> read, Task work)
    {
        string? phase = null;
        while (!work.IsCompleted)
        {
            var board = await read();
            if (board.Phase != phase)
                await output.WriteLineAsync($"-- {phase = board.Phase}");
            await output.WriteLineAsync(Line(board));
            await Task.WhenAny(work, Task.Delay(Every, time));
        }
        await output.WriteLineAsync(Line(await read()));
    }

    private static string Line(Board board) => string.Create(
        CultureInfo.InvariantCulture,
        $"{board.Elapsed:mm\\:ss}  in {board.Ledger.Messages,5}  deliveries {board.Ledger.Accepted,5}  delivered {board.Ledger.Delivered,5}  waiting {board.Ledger.Pending,4}  dead {board.Ledger.DeadLettered,3}  {string.Join("  ", board.Partners.Select(p => $"{p.Tenant}: circuit {p.Circuit}"))}");
}
