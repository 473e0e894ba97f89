using System.Diagnostics;

namespace Hub.Benchmarks.Running;

/// <summary>PostgreSQL and RabbitMQ: those of the environment (HUB_TEST_POSTGRES, HUB_TEST_RABBITMQ), else private ones started by tests/servers.sh and stopped at the end.</summary>
public sealed class Servers : IAsyncDisposable
{
    private readonly string? _script;
    private readonly string? _directory;

    private Servers(string? postgres, string? rabbit, string? script, string? directory)
    {
        Postgres = postgres;
        Rabbit = rabbit;
        _script = script;
        _directory = directory;
    }

    /// <summary>Connection string, null when there is no server.</summary>
    public string? Postgres { get; }

    /// <summary>Address, null when there is no server.</summary>
    public string? Rabbit { get; }

    public static async Task<Servers> FindAsync()
    {
        var postgres = Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES");
        var rabbit = Environment.GetEnvironmentVariable("HUB_TEST_RABBITMQ");
        if (postgres is not null)
            return new Servers(postgres, rabbit, null, null);
        var script = Script();
        if (script is null || !Directory.Exists("/usr/lib/postgresql") || !Directory.Exists("/usr/lib/rabbitmq"))
            return new Servers(null, null, null, null);
        var directory = Path.Combine(Path.GetTempPath(), "hub-bench-servers");
        await BashAsync(script, "start", directory);
        var exports = await BashAsync(script, "env", directory);
        return new Servers(Value(exports, "HUB_TEST_POSTGRES"), Value(exports, "HUB_TEST_RABBITMQ"), script, directory);
    }

    public async ValueTask DisposeAsync()
    {
        if (_script is not null)
            await BashAsync(_script, "clean", _directory!);
    }

    private static string? Script()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var script = Path.Combine(at.FullName, "tests", "servers.sh");
            if (File.Exists(script))
                return script;
        }

        return null;
    }

    private static string? Value(string exports, string name) =>
        exports.Split('\n').FirstOrDefault(l => l.Contains(name + "=", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().Trim('\'', '"')
            : null;

    private static async Task<string> BashAsync(string script, string verb, string directory)
    {
        // A server that inherits our pipe would keep it open for ever: what it starts writes elsewhere.
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(verb == "start" ? "bash \"$0\" \"$1\" >/dev/null 2>&1" : "bash \"$0\" \"$1\"");
        start.ArgumentList.Add(script);
        start.ArgumentList.Add(verb);
        start.Environment["HUB_SERVERS_DIR"] = directory;
        start.Environment["HUB_SERVERS_OWNER"] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"servers.sh {verb} failed: {output}");
    }
}
