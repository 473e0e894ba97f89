using System.CommandLine;
using System.Globalization;
using static Hub.Host.Commands.ApiAnswers;

namespace Hub.Host.Commands;

/// <summary><c>hub plan conflicts list</c>, <c>show</c>, <c>diff</c> and <c>dismiss</c>: asks a running hub.</summary>
internal static class PlanCommand
{
    private const string Codes = " Exit codes: 0 done, 1 failed, 2 usage.";

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make() => new("plan", "Shared self-treatment plans. Asks a running hub with a key or token.")
    {
        new Command("conflicts", "Edits of shared plans that did not become a version: two systems edited at once.") { List(), Show(), Diff(), Dismiss() },
    };

    private static Command List()
    {
        var (api, json) = (new ApiOptions(), Json());
        var tenant = new Option<string?>("--tenant") { Description = "Only of this tenant", HelpName = "NAME" };
        var state = new Option<string>("--state") { Description = "open, settled, dismissed or all", HelpName = "STATE", DefaultValueFactory = _ => "open" };
        var limit = new Option<int>("--limit") { Description = "At most so many, 1 to 200", HelpName = "N", DefaultValueFactory = _ => 50 };
        var before = new Option<string?>("--before") { Description = "The next page: what the page before named", HelpName = "PLACE" };
        var command = new Command("list", "List them, newest first. No patient, nothing of what the plans say." + Codes) { tenant, state, limit, before, json };
        api.AddTo(command);
        command.SetAction((parsed, cancel) => WithAsync(api, parsed, async hub =>
        {
            var query = $"?state={Uri.EscapeDataString(parsed.GetValue(state)!)}&limit={parsed.GetValue(limit).ToString(CultureInfo.InvariantCulture)}"
                + Part("tenant", parsed.GetValue(tenant)) + Part("before", parsed.GetValue(before));
            return Answer(parsed, json, await hub.GetAsync("plan-conflicts" + query, cancel), PlanTables.Page);
        }));
        return command;
    }

    private static Command Show()
    {
        var (api, json, tenant, id) = (new ApiOptions(), Json(), Tenant(), Id());
        var command = new Command("show", "Show one, with who wrote which version of the plan." + Codes) { tenant, id, json };
        api.AddTo(command);
        command.SetAction((parsed, cancel) => WithAsync(api, parsed, async hub => Answer(parsed, json, await hub.GetAsync(Path(parsed, tenant, id), cancel), PlanTables.One)));
        return command;
    }

    private static Command Diff()
    {
        var (api, json, tenant, id) = (new ApiOptions(), Json(), Tenant(), Id());
        var purpose = new Option<string>("--purpose") { Description = "What for, for the audit log; without personal data", Required = true, HelpName = "TEXT" };
        var command = new Command("diff", "Show what the edit says other than the plan. For administrators." + Codes) { tenant, id, purpose, json };
        api.AddTo(command);
        command.SetAction((parsed, cancel) => WithAsync(api, parsed, async hub =>
            Answer(parsed, json, await hub.PostAsync(Path(parsed, tenant, id) + "/difference", new { purpose = parsed.GetValue(purpose) }, cancel), PlanTables.Difference)));
        return command;
    }

    private static Command Dismiss()
    {
        var (api, json, tenant, id, reason) = (new ApiOptions(), Json(), Tenant(), Id(), Reason());
        var command = new Command("dismiss", "Dismiss one: the latest version of the plan stands." + Codes) { tenant, id, reason, json };
        api.AddTo(command);
        command.SetAction((parsed, cancel) => WithAsync(api, parsed, async hub =>
            Answer(parsed, json, await hub.PostAsync(Path(parsed, tenant, id) + "/dismiss", new { reason = parsed.GetValue(reason) }, cancel), PlanTables.One)));
        return command;
    }

    private static Argument<string> Tenant() => new("TENANT") { Description = "The tenant" };

    private static Argument<string> Id() => new("CONFLICT") { Description = "Id of the conflict, as the list shows it" };

    private static string Path(ParseResult parsed, Argument<string> tenant, Argument<string> id) => $"plan-conflicts/{Uri.EscapeDataString(parsed.GetValue(tenant)!)}/{Uri.EscapeDataString(parsed.GetValue(id)!)}";

    private static string Part(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
