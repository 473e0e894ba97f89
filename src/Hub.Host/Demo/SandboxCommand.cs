using System.CommandLine;
using Hub.Host.Commands;

namespace Hub.Host.Demo;

/// <summary><c>hub sandbox</c>: a hub with journals around it, for a vendor to try against.</summary>
internal static class SandboxCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var ports = Shared.Number("--port-base", "Port of the hub; the journals take the next two, hospital and GP those after them. 0 = free ports", 8480, 0, 65_500, "PORT");
        var command = new Command("sandbox", "Run the hub with simulated journals, a hospital and a GP until Ctrl-C, and print addresses, keys and calls to try. Nothing is kept.") { ports };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(ports), cancel));
        return command;
    }

    private static async Task<int> RunAsync(int portBase, CancellationToken cancel)
    {
        // A signal is heard from here on: until an action first waits, nobody listens for one but the servers that it starts.
        await Task.Yield();
        try
        {
            string directory;
            await using (var place = await DemoHub.StartAsync(portBase, keepBodies: false, cancel))
            {
                directory = place.Directory;
                await Console.Out.WriteLineAsync(SandboxGuide.Text(place, TimeProvider.System.GetUtcNow()));
                await Shared.UntilAsync(cancel);
            }
            Directory.Delete(directory, recursive: true);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Told to stop before it had started.
            return ExitCode.Done;
        }
        catch (IOException e)
        {
            // A port in use: the message names it.
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
    }
}
