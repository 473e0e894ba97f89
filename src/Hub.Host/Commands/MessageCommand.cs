using System.CommandLine;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using static Hub.Host.Commands.ApiAnswers;

namespace Hub.Host.Commands;

/// <summary><c>hub message find</c>, <c>show</c>, <c>redeliver</c> and <c>replay</c>: asks a running hub.</summary>
internal static class MessageCommand
{
    private const string Codes = " Exit codes: 0 done, 1 failed, 2 usage.";

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make() => new("message", "Find messages, see where one is and why, and send again. Asks a running hub with a key or token.") { Find(), Show(), Redeliver(), Replay() };

    private static Command Find()
    {
        var (api, filter, json) = (new ApiOptions(), new MessageFilterOptions(), Json());
        var command = new Command("find", "Find messages, newest first. Without an option: the latest." + Codes + " To find none is done, too.") { json };
        filter.AddTo(command);
        api.AddTo(command);
        command.SetAction((parsed, cancel) => WithAsync(api, parsed, async hub =>
        {
            if (filter.AsksForPatient(parsed) && !Console.IsInputRedirected)
                await parsed.InvocationConfiguration.Error.WriteAsync("National id of the patient: ");
            var asked = filter.Read(parsed, Console.In, TimeProvider.System.GetUtcNow());
            if (!asked.IsOk)
                return Terminal.Refuse(parsed.InvocationConfiguration.Error, asked.Errors, ExitCode.Usage);
            var found = asked.Value.IsPosted
                ? await hub.PostAsync("messages/_search", asked.Value.Values, cancel)
                : await hub.GetAsync("messages" + asked.Value.Query, cancel);
            return Answer(parsed, json, found, MessageTables.Page);
        }));
        return command;
    }

    private static Command Show()
    {
        var (api, json) = (new ApiOptions(), Json());
        var id = new Argument<string>("MESSAGE") { Description = "Number of the message" };
        var command = new Command("show", "Show a message, its deliveries and its timeline. No patient, no body." + Codes) { id, json };
        api.AddTo(command);
        command.SetAction((parsed, cancel) => WithAsync(api, parsed, async hub =>
            IsNumber(parsed.GetValue(id)!) ? Answer(parsed, json, await hub.GetAsync($"messages/{parsed.GetValue(id)}", cancel), MessageTables.Message) : NoNumber(parsed, "MESSAGE", "4711")));
        return command;
    }

    private static Command Redeliver()
    {
        var (api, json, reason) = (new ApiOptions(), Json(), Reason());
        var id = new Argument<string>("DELIVERY") { Description = "Number of the delivery, such as 4711.1" };
        var command = new Command("redeliver", "Send the same bytes again under the same ids: a receiver that has them drops the repeat." + Codes) { id, reason, json };
        api.AddTo(command);
        command.SetAction((parsed, cancel) => WithAsync(api, parsed, async hub =>
            DeliveryId.TryParse(parsed.GetValue(id)!, out var delivery)
                ? Answer(parsed, json, await hub.PostAsync($"deliveries/{delivery}/redeliver", new { reason = parsed.GetValue(reason) }, cancel), MessageTables.Deliveries)
                : NoNumber(parsed, "DELIVERY", "4711.1")));
        return command;
    }

    private static Command Replay()
    {
        var (api, json, reason) = (new ApiOptions(), Json(), Reason());
        var id = new Argument<string>("MESSAGE") { Description = "Number of the message" };
        var command = new Command("replay", "Send the raw message through the current routes again: a new delivery for every route that wants it now." + Codes) { id, reason, json };
        api.AddTo(command);
        command.SetAction((parsed, cancel) => WithAsync(api, parsed, async hub =>
            IsNumber(parsed.GetValue(id)!)
                ? Answer(parsed, json, await hub.PostAsync($"messages/{parsed.GetValue(id)}/replay", new { reason = parsed.GetValue(reason) }, cancel), MessageTables.Deliveries)
                : NoNumber(parsed, "MESSAGE", "4711")));
        return command;
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 20 && text.All(char.IsAsciiDigit);

    private static int NoNumber(ParseResult parsed, string argument, string example) =>
        Terminal.Refuse(parsed.InvocationConfiguration.Error, [ConfigErrors.BadValue.At(argument, $"Must be a number such as {example}")], ExitCode.Usage);
}
