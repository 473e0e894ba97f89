using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Tests.Support;

namespace Hub.AcceptanceTests.Operating.Monitoring;

/// <summary>A dashboard of <c>ops/grafana</c>, asked as Grafana asks.</summary>
/// <param name="Name">Its title.</param>
/// <param name="Variables">Its variables that are asked for, in order.</param>
/// <param name="Targets">What its panels ask.</param>
internal sealed partial record Dashboard(string Name, IReadOnlyList<DashboardVariable> Variables, IReadOnlyList<DashboardTarget> Targets)
{
    public static IReadOnlyList<Dashboard> Shipped { get; } = [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "ops", "grafana"), "*.json").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Fills the variables in, those of Grafana itself with what it takes for a chart of the last six hours.</summary>
    /// <param name="expression">Expression of a panel or query of a variable.</param>
    /// <param name="values">What is chosen: one text = Grafana's own, unescaped, for "All"; else the values.</param>
    public static string Fill(string expression, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var text = expression.Replace("$__rate_interval", "1m", StringComparison.Ordinal).Replace("$__interval", "15s", StringComparison.Ordinal)
            .Replace("$__range", "6h", StringComparison.Ordinal);
        text = Variable().Replace(text, m => values.TryGetValue(m.Groups["name"].Value, out var chosen) ? Write(chosen) : throw new InvalidOperationException($"{expression} asks for {m.Value}, which the dashboard does not have."));
        return text;
    }

    // Several values, or one of a variable that may have several, are escaped for a pattern within a string of PromQL.
    private static string Write(IReadOnlyList<string> chosen) => chosen switch
    {
        [".*"] => ".*",
        [var one] => Escape(one),
        _ => $"({string.Join('|', chosen.Select(Escape))})",
    };

    private static string Escape(string value) => Special().Replace(value.Replace("\\", @"\\\\", StringComparison.Ordinal), @"\\$0");

    private static Dashboard Read(string file)
    {
        var json = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        var title = json.GetProperty("title").GetString()!;
        return new Dashboard(
            title,
            [
                .. json.GetProperty("templating").GetProperty("list").EnumerateArray().Where(v => v.GetProperty("type").GetString() == "query")
                    .Select(v => new DashboardVariable(v.GetProperty("name").GetString()!, v.GetProperty("query").GetString()!, v.GetProperty("allValue").GetString()!)),
            ],
            [
                .. from panel in json.GetProperty("panels").EnumerateArray()
                   from target in panel.GetProperty("targets").EnumerateArray()
                   select new DashboardTarget(
                       $"{title} / {panel.GetProperty("title").GetString()} / {target.GetProperty("refId").GetString()}",
                       target.GetProperty("expr").GetString()!,
                       target.GetProperty("legendFormat").GetString()!,
                       target.TryGetProperty("instant", out var instant) && instant.GetBoolean()),
            ]);
    }

    [GeneratedRegex(@"\$(?<name>[a-z_]\w*)|\$\{(?<name>\w+)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"[$^*{}\[\]'+?.()|]")]
    private static partial Regex Special();
}

/// <summary>A variable whose values are asked for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">What gives its values.</param>
/// <param name="All">What stands for all of them.</param>
internal sealed partial record DashboardVariable(string Name, string Query, string All)
{
    /// <summary>What Grafana asks Prometheus for.</summary>
    /// <param name="query">The query, filled in.</param>
    public static string Address(string query)
    {
        var match = LabelValues().Match(query);
        return match.Success
            ? $"api/v1/label/{match.Groups["label"].Value}/values?match[]={Uri.EscapeDataString(match.Groups["metric"].Value)}"
            : throw new InvalidOperationException($"{query} is no label_values(metric, label).");
    }

    [GeneratedRegex(@"^label_values\((?<metric>.+),\s*(?<label>\w+)\)$")]
    private static partial Regex LabelValues();
}

/// <summary>What a panel asks.</summary>
/// <param name="Name">Dashboard, panel and letter.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Legend">How its series are called.</param>
/// <param name="IsInstant">Whether only what is now is asked for.</param>
internal sealed record DashboardTarget(string Name, string Expression, string Legend, bool IsInstant);
