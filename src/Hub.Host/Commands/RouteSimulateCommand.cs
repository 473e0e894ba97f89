using System.CommandLine;
using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Commands;

/// <summary><c>hub route simulate</c>: what recorded messages would become with other tenant files. Asks a running hub, which has the messages and their keys; nothing is sent.</summary>
internal static class RouteSimulateCommand
{
    private const string About =
        "Replay the latest recorded messages against changed tenant files, without sending, and show what routes would gain, lose, change or fail to make. Asks a running hub; nothing of the messages is shown but numbers. "
        + "Consents are those of now. Exit codes: 0 done, 1 failed, 2 bad configuration or usage.";

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var api = new ApiOptions();
        var config = new Option<string>("--config") { Description = "The changed tenant file (NAME.yaml), or a configuration directory with tenants/", Required = true, HelpName = "FILE|DIR" };
        var since = new Option<string>("--since") { Description = "Messages taken in within this time, such as 24h or 7d", DefaultValueFactory = _ => "7d", HelpName = "TIME" };
        var tenant = new Option<string?>("--tenant") { Description = "Only this tenant", HelpName = "NAME" };
        var limit = Shared.Number("--limit", "At most so many messages of each tenant, the latest; 1 to 10000", 1000, 1, 10_000);
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("simulate", About) { config, since, tenant, limit, json };
        api.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var files = Files(parsed.GetValue(config)!, parsed.GetValue(tenant));
            if (!files.IsOk)
                return Terminal.Refuse(errors, files.Errors, ExitCode.Usage);
            if (!DurationText.TryParse(parsed.GetValue(since)!, out _))
                return Terminal.Refuse(errors, [ConfigErrors.BadValue.At("--since", "Must be a length of time such as 7d")], ExitCode.Usage);
            var opened = api.Open(parsed, Environment.GetEnvironmentVariable);
            if (!opened.IsOk)
                return Terminal.Refuse(errors, opened.Errors, ExitCode.Usage);
            using var hub = opened.Value;
            var reports = new List<(string Tenant, JsonElement Report)>();
            foreach (var file in files.Value)
            {
                // Beside the answer, so that a pipe gets the answer alone.
                errors.WriteLine($"{file.Tenant} ({reports.Count + 1} of {files.Value.Count}) ...");
                var answer = await hub.PostAsync("simulate", new { tenant = file.Tenant, file = file.Text, since = parsed.GetValue(since), limit = parsed.GetValue(limit) }, cancel);
                if (!answer.IsOk)
                    return Terminal.Refuse(errors, answer.Errors, answer.Errors.Any(e => e.Path == "$.file") ? ExitCode.Usage : ExitCode.Failed);
                reports.Add((file.Tenant, answer.Value));
            }

            if (parsed.GetValue(json))
                Terminal.Json(output, new { tenants = reports.Select(r => new { tenant = r.Tenant, report = r.Report }) });
            else
                SimulationTables.Print(output, reports);
            return ExitCode.Done;
        });
        return command;
    }

    private static Result<IReadOnlyList<(string Tenant, string Text)>> Files(string path, string? tenant)
    {
        IReadOnlyList<YamlFile> files;
        if (Directory.Exists(path))
        {
            var read = TenantFiles.Read(path);
            if (!read.IsOk)
                return Result<IReadOnlyList<(string, string)>>.Failed(read.Errors);
            files = read.Value.Files;
        }
        else if (File.Exists(path) && new FileInfo(path).Length <= 4L * YamlFile.MaxLength)
            files = [new YamlFile(path, File.ReadAllText(path))];
        else
            return ConfigErrors.Missing.At("--config", "There is no such file or directory, or it is too large");

        // A changed file may have any name while it is worked on: what counts is the tenant that it names.
        var named = files.Select(f => (Tenant: TenantOf(f) ?? Path.GetFileNameWithoutExtension(f.Name), f.Text)).Where(f => tenant is null || f.Tenant == tenant).ToList();
        return named.Count > 0 ? named : ConfigErrors.Missing.At("--tenant", "No file is of this tenant");
    }

    private static string? TenantOf(YamlFile file) =>
        file.Parse() is { IsOk: true, Value: var root } && root.Children.TryGetValue(new YamlDotNet.RepresentationModel.YamlScalarNode("tenant"), out var name) ? name.ToString() : null;
}
