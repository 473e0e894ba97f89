using System.CommandLine;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Delivery;
using Hub.Delivery.Observability;
using Hub.Host.Commands;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Metrics;
using Hub.Host.Polling;
using Hub.UnitTests.Configuration;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Hub.UnitTests.Approvals;

/// <summary>What people and scripts outside rely on changes only on purpose: look at the difference, then approve it with HUB_APPROVE=1.</summary>
public sealed partial class ApprovedTests
{
    private const string Folder = "tests/Hub.UnitTests/Approvals/";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    [Fact]
    public async Task Should_keep_http_routes()
    {
        var folder = Directory.CreateTempSubdirectory("hub-routes").FullName;
        var snapshots = new FixedSnapshots(new ConfigSnapshot(1, ConfigBench.Check(("larvik", ConfigBench.Good)).Value));
        List<string> routes;
        await using (var hub = HubApplication.Build(
            new HubSettings { DataDirectory = folder, Urls = ["http://127.0.0.1:0"] }, new HubOverrides { Snapshots = snapshots, Logs = NullLoggerFactory.Instance }))
        {
            routes = [.. ((IEndpointRouteBuilder)hub.Server).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
                .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(m => $"{m} /{e.RoutePattern.RawText!.TrimStart('/')}"))
                .Order(StringComparer.Ordinal)];
        }

        Directory.Delete(folder, recursive: true);

        Assert.NotEmpty(routes);
        Approved.Check(Folder + "routes.approved.txt", string.Join('\n', routes));
    }

    [Fact]
    public void Should_keep_default_settings() => Approved.Check(
        Folder + "settings.approved.json",
        JsonSerializer.Serialize(
            new
            {
                Hub = new HubSettings { Node = "(machine name)" },
                Delivery = new DeliverySettings { Node = "(node)" },
                Partner = new PartnerConfig("(tenant)", "(name)", "(adapter)"),
                Inbound = new InboundConfig([]),
                Route = new RouteConfig("(name)", [], ContentKind.Measurement, "(to)", "(as)"),
                Handovers = new HandoverSettings(),
                RetryFast = RetryConfig.Fast,
            },
            Json));

    [Fact]
    public void Should_keep_the_page_of_error_codes_true()
    {
        var page = new StringBuilder();
        page.AppendLine("# Error codes").AppendLine();
        page.AppendLine("Codes never change their meaning. `retried` says whether the hub (or a caller, for the codes with an HTTP status) may try the same again by itself.");
        page.AppendLine("This page is written from the code (`HUB_APPROVE=1`, unit tests) and checked against it.").AppendLine();
        page.AppendLine("| code | what went wrong | what to do | retried | HTTP |").AppendLine("|---|---|---|---|---|");
        foreach (var error in ErrorCatalogue.In(Parts.ErrorAssemblies))
            page.AppendLine($"| {error.Code} | {error.Title} | {error.Action.Replace("|", "\\|", StringComparison.Ordinal)} | {(error.Retryable ? "yes" : "no")} | {(error.HttpStatus > 0 ? error.HttpStatus : "")} |");

        Approved.Check("ops/errors.md", page.ToString());
    }

    [Fact]
    public void Should_keep_metrics()
    {
        using var page = new MetricsPage();
        using var http = new HttpMeter();
        using var feeds = new FeedMeter();
        using var delivery = new HubMetrics();
        using var health = new HealthMeter(null);
        delivery.Observe(() => [new Measurement<long>(0)], () => 0, () => 0);
        delivery.ObservePauses(() => []);

        Approved.Check(Folder + "metrics.approved.txt", string.Join('\n', page.Instruments()));
        Approved.Check("ops/metrics.md", MetricsText(page));
    }

    [Fact]
    public void Should_keep_the_command_line()
    {
        var text = new StringBuilder();
        Help(text, HubCommands.Root(), []);
        Approved.Check(Folder + "help.approved.txt", text.ToString());
    }

    private static string MetricsText(MetricsPage page)
    {
        var text = new StringBuilder();
        text.AppendLine("# Metrics and traces").AppendLine();
        text.AppendLine("`GET /metrics` shows them as Prometheus text; `telemetry: { otlp: URL }` in hub.yaml, or `OTEL_EXPORTER_OTLP_ENDPOINT`, sends them by OTLP (HTTP, protobuf) under the names of the second column, with `service.name` hub and the node as");
        text.AppendLine("`service.instance.id`. Labels name tenant, partner, code and the like: never a patient, never an id; `dotnet_` ones are .NET's own about the node's process. What all nodes know together (partners, alerts, ledger, audit log, retention) is told by the one node that looks after the alerts.");
        text.AppendLine("Dashboards are in [grafana](grafana), alert rules in [prometheus](prometheus), what to do in [runbooks](runbooks). This page is written from the code (`HUB_APPROVE=1`, unit tests) and checked against it.").AppendLine();
        text.AppendLine("| name | OTLP | kind | unit | what |").AppendLine("|---|---|---|---|---|");
        foreach (var (name, otlp, kind, unit, what) in page.Described())
            text.AppendLine($"| {name} | {otlp} | {kind} | {unit} | {what.TrimEnd('.')} |");
        text.AppendLine().AppendLine("## Traces").AppendLine();
        text.AppendLine($"Spans of the source `{HubTraces.SourceName}`: `intake`, `commit`, `map`, `send`, `receipt`, `repeat`. `intake` is the root, all others are its children; a message that comes again is a `repeat` of the first. All of one message are of one trace, whose id follows from the installation and the message's number: retries after days, a restart and other nodes included.");
        text.AppendLine("Attributes: `hub.tenant`, `hub.partner`, `hub.message` (the number that the operator API knows), `hub.result`, `hub.code`. `telemetry: { traces: 0.1 }` traces every tenth message, on every node the same.");
        return text.ToString();
    }

    private static void Help(StringBuilder text, Command command, string[] path)
    {
        using var output = new StringWriter();
        HubCommands.Root().Parse([.. path, "--help"]).Invoke(new InvocationConfiguration { Output = output });
        var help = string.Join('\n', output.ToString().Split('\n').Select(l => l.TrimEnd())).Trim();
        text.AppendLine($"$ {string.Join(' ', ["hub", .. path, "--help"])}");
        text.AppendLine(Program().Replace(help, "Usage:\n  hub")).AppendLine();
        foreach (var sub in command.Subcommands)
            Help(text, sub, [.. path, sub.Name]);
    }

    // The program is called by the name of the process, which is the test runner's here.
    [GeneratedRegex(@"Usage:\n  \S+")]
    private static partial Regex Program();

    private sealed class FixedSnapshots(ConfigSnapshot snapshot) : ISnapshotSource
    {
        public event Action<ConfigSnapshot>? Changed
        {
            add { }
            remove { }
        }

        public ConfigSnapshot Current => snapshot;
    }
}
