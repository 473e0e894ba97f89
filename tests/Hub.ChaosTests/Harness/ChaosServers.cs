using System.Diagnostics;
using System.Text;
using Hub.Tests.Support;
using Xunit;

namespace Hub.ChaosTests.Harness;

/// <summary>PostgreSQL and RabbitMQ that may be killed: those of the test script's own folder, or of a folder made for this run.</summary>
public sealed class ChaosServers : IAsyncLifetime
{
    private readonly string _folder = Environment.GetEnvironmentVariable("HUB_SERVERS_DIR") is { Length: > 0 } given
        ? given
        : Path.Combine(Path.GetTempPath(), $"hub-chaos-servers-{Environment.ProcessId}");

    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private bool _ours;

    /// <summary>Null when the servers can be started here; else why the tests that need them are skipped.</summary>
    public static string? Missing =>
        !File.Exists("/usr/lib/rabbitmq/bin/rabbitmq-server") || !Directory.Exists("/usr/lib/postgresql")
            ? "rabbitmq-server or postgresql is not installed here"
            : null;

    public string RabbitMq => _addresses["HUB_TEST_RABBITMQ"];

    public int RabbitMqPort => new Uri(RabbitMq).Port;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        _ours = !Directory.Exists(_folder);
        await RunAsync("start");
        foreach (var line in (await RunAsync("env")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (line["export ".Length..line.IndexOf('=', StringComparison.Ordinal)], line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            _addresses[name] = value.Trim('\'');
        }
    }

    /// <summary>A verb of <c>tests/servers.sh</c>.</summary>
    public async Task<string> RunAsync(params string[] verbs)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Checkout.Root, "tests", "servers.sh"));
        foreach (var verb in verbs)
            start.ArgumentList.Add(verb);
        start.Environment["HUB_SERVERS_DIR"] = _folder;
        start.Environment.TryAdd("HUB_SERVERS_OWNER", $"{Environment.ProcessId}");
        using var process = Process.Start(start)!;
        // What the script starts inherits its output and outlives it: the end of the script is the end of the answer, not the end of the stream.
        var said = new StringBuilder();
        process.OutputDataReceived += (_, e) => Append(said, e.Data);
        process.ErrorDataReceived += (_, e) => Append(said, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!process.HasExited)
            await Task.Delay(10);
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(500));
        lock (said)
            return process.ExitCode == 0 ? said.ToString() : throw new InvalidOperationException($"servers.sh {string.Join(' ', verbs)}: {said}");
    }

    public Task<string> NewDatabaseAsync(string name) => TestDatabase.MakeAsync(_addresses["HUB_TEST_POSTGRES"], name);

    /// <summary>A virtual host of its own for a round. Made again after a wipe.</summary>
    public async Task MakeVirtualHostAsync(string name)
    {
        using var hosts = new BrokerHosts(_addresses["HUB_TEST_RABBITMQ_MANAGEMENT"]);
        try
        {
            await hosts.MakeAsync(name);
        }
        catch (TimeoutException)
        {
            // RabbitMQ 3.10 does not always come to itself after a SIGKILL: a quorum queue without a leader, and then its metadata locked for ever.
            await RunAsync("wipe-mq");
            await hosts.MakeAsync(name);
        }
    }

    public async Task DropVirtualHostAsync(string name)
    {
        using var hosts = new BrokerHosts(_addresses["HUB_TEST_RABBITMQ_MANAGEMENT"]);
        if (!await hosts.DropAsync(name))
            await RunAsync("wipe-mq");
    }

    public async ValueTask DisposeAsync()
    {
        if (_ours)
            await RunAsync("clean");
    }

    private static void Append(StringBuilder said, string? line)
    {
        if (line is null)
            return;
        lock (said)
            said.AppendLine(line);
    }
}
