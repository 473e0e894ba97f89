using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Hub.Tests.Support;

namespace Hub.ChaosTests.Harness;

/// <summary>A real <c>hub run</c> process.</summary>
internal sealed class HubProcess : IDisposable
{
    private readonly Process _process;
    private readonly TextWriter _log;

    private HubProcess(Process process, Uri url, TextWriter log)
    {
        (_process, Url, _log) = (process, url, log);
        AppDomain.CurrentDomain.ProcessExit += OnTestsEnd;
    }

    public Uri Url { get; }

    public static HubProcess Start(Uri url, string config, string data, string node, string? postgres, string? rabbitMq, string log)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "hub.dll"), "run", "--urls", url.AbsoluteUri, "--config", config, "--data", data];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["HUB_NODE"] = node;
        start.Environment["HUB_POSTGRES"] = postgres ?? "";
        start.Environment["HUB_RABBITMQ"] = rabbitMq ?? "";
        start.Environment["CHAOS_SECRET"] = "chaos";
        var writer = TextWriter.Synchronized(new StreamWriter(new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true });
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => writer.WriteLine(e.Data);
        process.ErrorDataReceived += (_, e) => writer.WriteLine(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new HubProcess(process, url, writer);
    }

    public Task UntilReadyAsync(HttpClient http, TimeSpan within) => Wait.UntilAsync($"{Url} ready", within, async () =>
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"The hub ended with code {_process.ExitCode} before it was ready.");
        try
        {
            using var answer = await http.GetAsync(new Uri(Url, "health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or SocketException)
        {
            return false;
        }
    });

    /// <summary>SIGKILL: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: the node is to stop in order.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Its exit code, once it has ended.</summary>
    public async Task<int> ExitAsync(TimeSpan within)
    {
        using var deadline = new CancellationTokenSource(within);
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnTestsEnd;
        EndNow();
        _process.Dispose();
        _log.Dispose();
    }

    // Also when somebody ends the tests halfway: no hub stays behind.
    private void OnTestsEnd(object? sender, EventArgs e) => EndNow();

    private void EndNow()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }
}
