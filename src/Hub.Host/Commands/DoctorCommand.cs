using System.CommandLine;
using Hub.Host.Commands.Checks;
using Hub.Host.Configuration;

namespace Hub.Host.Commands;

/// <summary><c>hub doctor</c>: looks at everything that a node stands on.</summary>
internal static class DoctorCommand
{
    private const string About =
        "Look at what a node stands on: configuration, secrets, certificates, data directory, disk, encryption keys, database and its schema, clock, broker (logs in); with --url also whether a running node is ready. Changes nothing. " +
        "Exit codes: 0 nothing failed (there may be warnings, such as a certificate that has expired), 1 something failed, 2 usage.";

    private const string First = "The configuration comes first";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var config = Shared.Config();
        var data = new Option<string?>("--data") { Description = "Directory of the embedded database and the encryption keys (HUB_DATA; default: data)", HelpName = "DIR" };
        var url = new Option<string?>("--url") { Description = "Ask the node at this address, too", HelpName = "URL" };
        var ready = new Option<bool>("--ready") { Description = "Look at nothing but whether the node at --url is ready: for health checks, which must not fail with what the hub does without" };
        var quiet = new Option<bool>("--quiet") { Description = "Print nothing: for health checks" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("doctor", About) { config, data, url, ready, quiet, json };
        command.SetAction(async (parsed, cancel) =>
        {
            Uri? node = null;
            if (parsed.GetValue(url) is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out node) && node.Scheme is "http" or "https"))
            {
                parsed.InvocationConfiguration.Error.WriteLine("--url must be an address such as http://127.0.0.1:8480");
                return ExitCode.Usage;
            }

            if (node is null && parsed.GetValue(ready))
            {
                parsed.InvocationConfiguration.Error.WriteLine("--ready needs --url: which node to ask");
                return ExitCode.Usage;
            }

            var findings = parsed.GetValue(ready)
                ? [await AskAsync(node!, cancel)]
                : await LookAsync(new SettingArguments(null, parsed.GetValue(config), parsed.GetValue(data), null), node, cancel);
            if (!parsed.GetValue(quiet))
                FindingText.Print(parsed.InvocationConfiguration.Output, findings, parsed.GetValue(json));
            return FindingText.ExitOf(findings);
        });
        return command;
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(SettingArguments arguments, Uri? url, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        var (files, read) = ConfigurationChecks.Files(arguments);
        var (secrets, full) = ConfigurationChecks.Secrets(arguments, TimeProvider.System.GetUtcNow());
        findings.AddRange(files.Verdict == Verdict.Failed ? [files, Finding.Skipped("secrets", First), Finding.Skipped("certificates", First)] : [files, .. secrets]);
        if ((full ?? read) is { } settings)
        {
            var node = new NodeChecks(settings, TimeProvider.System);
            var broker = Finding.TimedAsync(() => node.BrokerAsync(cancel));
            findings.AddRange([node.Data(), node.Disk(), node.EncryptionKeys()]);
            findings.AddRange(await node.DatabaseAsync(cancel));
            findings.Add(await broker);
        }

        if (url is not null)
            findings.Add(await AskAsync(url, cancel));
        return findings;
    }

    private static Task<Finding> AskAsync(Uri node, CancellationToken cancel) => Finding.TimedAsync(() => RunningNode.AskAsync(node, Patience, cancel));
}
