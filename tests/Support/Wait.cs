using System.Diagnostics;

namespace Hub.Tests.Support;

/// <summary>Waits for a condition, with a deadline: tests never sleep and hope.</summary>
internal static class Wait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks until the answer is yes.</summary>
    /// <exception cref="TimeoutException">It was not yes in time; says what was waited for and how things stood.</exception>
    public static async Task UntilAsync(string what, TimeSpan within, Func<Task<bool>> condition, Func<string>? standing = null)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (clock.Elapsed > within)
                throw new TimeoutException($"Waited {within.TotalSeconds:0.#} s for: {what}. {standing?.Invoke()}");
            await Task.Delay(Pause);
        }
    }

    /// <inheritdoc cref="UntilAsync(string, TimeSpan, Func{Task{bool}}, Func{string}?)"/>
    public static Task UntilAsync(string what, TimeSpan within, Func<bool> condition, Func<string>? standing = null) =>
        UntilAsync(what, within, () => Task.FromResult(condition()), standing);
}
