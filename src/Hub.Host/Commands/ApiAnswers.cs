using System.CommandLine;
using System.Text.Json;
using Hub.Core.Errors;

namespace Hub.Host.Commands;

/// <summary>What commands have in common that ask a running hub.</summary>
internal static class ApiAnswers
{
    /// <summary>The option that prints JSON.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print JSON" };

    /// <summary>The option that says why.</summary>
    public static Option<string> Reason() => new("--reason") { Description = "Why, for the audit log; without personal data", Required = true, HelpName = "TEXT" };

    /// <summary>Opens the way to the hub that a command line names and works with it.</summary>
    public static async Task<int> WithAsync(ApiOptions api, ParseResult parsed, Func<OperatorsApi, Task<int>> work)
    {
        var opened = api.Open(parsed, Environment.GetEnvironmentVariable);
        if (!opened.IsOk)
            return Terminal.Refuse(parsed.InvocationConfiguration.Error, opened.Errors, ExitCode.Usage);
        using var hub = opened.Value;
        return await work(hub);
    }

    /// <summary>Prints an answer, or why there is none.</summary>
    public static int Answer(ParseResult parsed, Option<bool> json, Result<JsonElement> answer, Action<TextWriter, JsonElement> print)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (!answer.IsOk)
            return AskedAmiss.Is(answer.Errors) ? Terminal.Refuse(errors, AskedAmiss.Named(answer.Errors), ExitCode.Usage) : Terminal.Refuse(errors, answer.Errors, ExitCode.Failed);
        if (parsed.GetValue(json))
            Terminal.Json(output, answer.Value);
        else
            print(output, answer.Value);
        return ExitCode.Done;
    }
}
