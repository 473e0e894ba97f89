using System.CommandLine;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Security;

namespace Hub.Host.Commands;

/// <summary><c>hub token issue</c>, <c>list</c> and <c>revoke</c>: tokens of the operators' API.</summary>
internal static class TokenCommand
{
    private const string Codes = " Exit codes: 0 done, 1 failed, 2 bad configuration or usage.";

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make() => new("token", "Issue and revoke tokens of the operators' API; each is a line of the audit log.") { Issue(), List(), Revoke() };

    private static Command Issue()
    {
        var (store, terms, json) = (new StoreOptions(), new TokenTerms(), Json());
        var command = new Command("issue", "Issue a token. It is shown this once; the database keeps its hash. Holds on every node within a second." + Codes) { json };
        terms.AddTo(command);
        store.AddTo(command);
        command.SetAction((parsed, cancel) => Shared.OnStoreAsync(parsed, store.Settings(parsed), settings => OnAsync(settings, mayMake: true, async tokens =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var secret = OperatorToken.New();
            var token = terms.Read(parsed, settings, KeyHash.Of(secret), now);
            var issued = token.IsOk ? await tokens.IssueAsync(token.Value, new OperatorAct(Who, now, TokenText.Terms(token.Value)), cancel) : token;
            if (!issued.IsOk)
            {
                Shared.Print(issued.Errors, parsed.InvocationConfiguration.Error);
                return token.IsOk ? ExitCode.Failed : ExitCode.Usage;
            }

            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(json) ? TokenText.Json(issued.Value, secret) : $"token:   {secret}\n{TokenText.Terms(issued.Value)}");
            return ExitCode.Done;
        }, cancel)));
        return command;
    }

    private static Command List()
    {
        var (store, json) = (new StoreOptions(), Json());
        var all = new Option<bool>("--all") { Description = "Those that expired or were revoked, too" };
        var command = new Command("list", "List the tokens in force." + Codes) { all, json };
        store.AddTo(command);
        command.SetAction((parsed, cancel) => Shared.OnStoreAsync(parsed, store.Settings(parsed), settings => OnAsync(settings, mayMake: false, async tokens =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var found = await tokens.TokensAsync(parsed.GetValue(all) ? null : now, cancel);
            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(json) ? TokenText.Json(found) : TokenText.Table(found, now));
            return ExitCode.Done;
        }, cancel)));
        return command;
    }

    private static Command Revoke()
    {
        var (store, json) = (new StoreOptions(), Json());
        var name = new Argument<string>("NAME") { Description = "Name of the token" };
        var reason = new Option<string>("--reason") { Description = "Why, for the audit log", DefaultValueFactory = _ => "revoked", HelpName = "TEXT" };
        var command = new Command("revoke", "Take a token back. Within a second it opens nothing more on any node; its name is never used again." + Codes) { name, reason, json };
        store.AddTo(command);
        command.SetAction((parsed, cancel) => Shared.OnStoreAsync(parsed, store.Settings(parsed), settings => OnAsync(settings, mayMake: false, async tokens =>
        {
            var revoked = await tokens.RevokeAsync(parsed.GetValue(name)!, new OperatorAct(Who, TimeProvider.System.GetUtcNow(), parsed.GetValue(reason)!), cancel);
            if (!revoked.IsOk)
            {
                Shared.Print(revoked.Errors, parsed.InvocationConfiguration.Error);
                return ExitCode.Failed;
            }

            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(json) ? TokenText.Json(revoked.Value) : $"revoked: {revoked.Value.Name}");
            return ExitCode.Done;
        }, cancel)));
        return command;
    }

    private static string Who => $"cli:{Environment.UserName}";

    private static Option<bool> Json() => new("--json") { Description = "Print JSON" };

    private static async Task<int> OnAsync(HubSettings settings, bool mayMake, Func<ITokenStore, Task<int>> work, CancellationToken cancel)
    {
        await using var store = await Databases.BesideAsync(settings, mayMake, cancel);
        await store.MigrateAsync(settings.Partitions, cancel);
        return await work(store);
    }
}
