using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Hub.AcceptanceTests.Demo;

/// <summary>The program as people start it.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private HubProcess(Process process) => _process = process;

    public static HubProcess Start(params IEnumerable<string> arguments) => StartUnder([], arguments);

    /// <param name="shell">A command line that starts what follows it under circumstances of its own; empty = as it is.</param>
    /// <param name="arguments">Arguments of the program.</param>
    public static HubProcess StartUnder(IEnumerable<string> shell, IEnumerable<string> arguments)
    {
        string[] line = [.. shell, "dotnet", Path.Combine(AppContext.BaseDirectory, "hub.dll"), .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var hub = new HubProcess(Process.Start(start)!);
        hub._process.OutputDataReceived += (_, line) => hub.Add(line.Data);
        hub._process.ErrorDataReceived += (_, line) => hub.Add(line.Data);
        hub._process.BeginOutputReadLine();
        hub._process.BeginErrorReadLine();
        return hub;
    }

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Lets no file of the process grow beyond a size, as a full disk does.</summary>
    /// <param name="bytes">The size; null = no limit.</param>
    public async Task LimitFilesAsync(long? bytes)
    {
        using var limit = Process.Start("prlimit", ["--pid", _process.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited"}:unlimited"]);
        await limit.WaitForExitAsync();
        if (limit.ExitCode != 0)
            throw new InvalidOperationException($"prlimit ended with {limit.ExitCode}.");
    }

    public async Task<int> ExitAsync(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public async Task<bool> SaysAsync(string text, TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited || clock.Elapsed > patience)
                return false;
            await Task.Delay(20);
        }
        return true;
    }

    /// <summary>What Ctrl-C does.</summary>
    public Task InterruptAsync() => SignalAsync("-INT");

    /// <summary>What whoever supervises the process does to stop it.</summary>
    public Task TerminateAsync() => SignalAsync("-TERM");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private void Add(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
    }
}
