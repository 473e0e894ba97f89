using System.CommandLine;
using Hub.AcceptanceTests.Reach;
using Hub.Core.Storage;
using Hub.Host.Commands;
using Hub.Host.Security;
using Hub.Tests.Support;

namespace Hub.AcceptanceTests.Operating;

/// <summary>What a command printed, and its exit code.</summary>
internal sealed record CommandRun(int Code, string Output, string Errors)
{
    public static async Task<CommandRun> OfAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var parsed = HubCommands.Root().Parse(arguments);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        return new CommandRun(parsed.Errors.Count > 0 ? ExitCode.Usage : code, output.ToString(), errors.ToString());
    }

    /// <summary>A command that asks the hub with a token of its own.</summary>
    public static async Task<CommandRun> AskingAsync(ReachHub hub, string role, string? tenant, params string[] arguments)
    {
        var (secret, now) = (OperatorToken.New(), DateTimeOffset.UtcNow);
        var token = new IssuedToken($"run-{Guid.NewGuid():N}", KeyHash.Of(secret).ToString(), role, tenant, null, now, now.AddDays(1));
        if (!(await hub.Store.IssueAsync(token, new OperatorAct("test", now, "test"), CancellationToken.None)).IsOk)
            throw new InvalidOperationException("The token was not issued.");
        var file = Path.Combine(hub.Config, token.Name);
        await File.WriteAllTextAsync(file, secret + "\n");
        await Wait.UntilAsync("the token opens", TimeSpan.FromSeconds(5), async () => (await hub.SendAsync("GET", "/ops/v1/me", secret)).Status == 200);
        return await OfAsync([.. arguments, "--url", hub.Http.BaseAddress!.ToString(), "--key-file", file]);
    }
}
