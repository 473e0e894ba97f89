using System.CommandLine;
using System.Net.Sockets;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Supervision;
using Hub.Store;

namespace Hub.Host.Commands;

/// <summary><c>hub run</c>: runs a node until it is told to stop.</summary>
internal static class RunCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var urls = new Option<string[]>("--urls") { Description = "Addresses to listen on, such as http://127.0.0.1:8480 (HUB_URLS)", AllowMultipleArgumentsPerToken = true, HelpName = "URL" };
        var config = Shared.Config();
        var data = new Option<string?>("--data") { Description = "Directory of the embedded database and the encryption keys (HUB_DATA; default: data)", HelpName = "DIR" };
        var node = new Option<string?>("--node") { Description = "Name of this node, unique in the installation (HUB_NODE; default: the machine's name)", HelpName = "NAME" };
        var command = new Command("run", "Run the hub. SQLite under --data, unless HUB_POSTGRES or hub.yaml names PostgreSQL; HUB_RABBITMQ or hub.yaml names the broker.") { urls, config, data, node };
        command.SetAction((parsed, cancel) => RunAsync(
            new SettingArguments(
                parsed.GetValue(urls)?.SelectMany(u => u.Split(';', StringSplitOptions.RemoveEmptyEntries)).ToList(), parsed.GetValue(config), parsed.GetValue(data), parsed.GetValue(node)),
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(SettingArguments arguments, CancellationToken stop)
    {
        // A signal is heard from here on: until an action first waits, nobody listens for one but the servers that it starts.
        await Task.Yield();
        var settings = SettingsReader.Read(arguments, Environment.GetEnvironmentVariable);
        if (!settings.IsOk)
        {
            Shared.Print(settings.Errors);
            return ExitCode.Usage;
        }

        try
        {
            await using var hub = HubApplication.Build(settings.Value);
            await using var systemd = SystemdWatch.Start(hub.Services, Environment.GetEnvironmentVariable);
            await hub.StartAsync(stop);
            systemd.Listens();
            await Shared.UntilAsync(stop);
            await systemd.StoppingAsync();
            await hub.LeaveAsync(CancellationToken.None);
            await hub.StopAsync(CancellationToken.None);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop before it had started.
            return ExitCode.Done;
        }
        catch (ConfigurationException e)
        {
            Shared.Print(e.Errors);
            return ExitCode.Usage;
        }
        catch (SocketException e)
        {
            // An address of another machine, a port below 1024: unlike a port in use, the message does not name it.
            await Console.Error.WriteLineAsync($"Cannot listen on {string.Join(' ', settings.Value.Urls)}: {e.Message}.");
            return ExitCode.Failed;
        }
        catch (UnauthorizedAccessException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Run the hub as the account that owns the data directory, or name another with --data.");
            return ExitCode.Failed;
        }
        catch (Exception e) when (e is IOException or StoreRefusedException)
        {
            // An address or a database in use, a directory that cannot be made: the message names it.
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
    }
}
