using Hub.AcceptanceTests.Faces;
using Hub.Core.Storage;
using Hub.Host.Faces.Operators;
using Hub.Host.Security;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Reach;

/// <summary>How far tokens reach: tried on every address of the running program.</summary>
public sealed class ReachTests(ReachHub hub) : IClassFixture<ReachHub>
{
    private static readonly string[] Outsiders = ["larvik administrator", "larvik viewer", "larvik vendor"];

    private readonly List<string> _unknown = [];

    private IReadOnlyList<ReachCall> Calls => ReachCalls.Of(hub, _unknown);

    [Fact]
    public void Should_know_how_to_call_every_address()
    {
        var routes = Calls.Select(c => c.Route).ToHashSet();

        Assert.True(_unknown.Count == 0, string.Join(Environment.NewLine, _unknown));
        Assert.Empty(ReachTable.Of.Keys.Except(routes));
    }

    [Fact]
    public async Task Should_reach_nothing_of_another_tenant()
    {
        var (faults, before) = (new List<string>(), await hub.AuditAsync());
        foreach (var caller in Outsiders)
        {
            foreach (var call in Calls.Where(c => c.Reach is not null))
            {
                var answer = await SendAsync(call, caller);
                if (call.NamesIt && answer.Status is not (403 or 404))
                    faults.Add($"{call.Route} answers {answer.Status} to {caller} about another tenant");
                else if (answer.Status is >= 400 and not (403 or 404))
                    faults.Add($"{call.Route} answers {answer.Status} to {caller}: {answer.Text}");
                if (answer.Text.Contains(ReachHub.Foreign, StringComparison.Ordinal) || (call.NamesIt && answer.Text.Contains($"\"{hub.Message}\"", StringComparison.Ordinal)))
                    faults.Add($"{call.Route} tells {caller} of another tenant: {answer.Text}");
            }

            if (await hub.AuditAsync() is var after && after != before)
                faults.Add($"{after - before} views or acts of {caller} are in the audit log of another tenant");
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    /// <summary>Counts tell no names: what a tenant is shown must be the same before and after something happens elsewhere.</summary>
    [Fact]
    public async Task Should_not_notice_what_happens_in_another_tenant()
    {
        var faults = new List<string>();
        foreach (var call in Calls.Where(c => c is { Reach.Varies: false, NamesIt: false, Method: "GET" }))
        {
            foreach (var caller in Outsiders)
            {
                var before = await SendAsync(call, caller);
                await hub.SendAsync("POST", "/in/skien/dho", "dho", FaceHub.Event($"skien-{Guid.NewGuid():N}"));
                var after = await SendAsync(call, caller);
                if (before.Text != after.Text)
                    faults.Add($"{call.Route} answers {caller} {after.Text} instead of {before.Text}");
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    /// <summary>The same calls by those who may: what is refused to others is there, and reached by these calls.</summary>
    [Theory]
    [InlineData("operator", OperatorRole.Operator)]
    [InlineData("skien administrator", OperatorRole.Administrator)]
    [InlineData("skien viewer", OperatorRole.Viewer)]
    [InlineData("skien vendor", OperatorRole.Vendor)]
    public async Task Should_let_each_role_do_what_it_may(string caller, OperatorRole role)
    {
        var faults = new List<string>();
        foreach (var call in Calls.Where(c => c.Reach is not null))
        {
            var answer = await SendAsync(call, caller);
            var reached = answer.Status is >= 200 and < 300 or 409 || (call.Reach!.Past is { } past && answer.Code?.StartsWith(past, StringComparison.Ordinal) == true);
            var mustSayTenant = role == OperatorRole.Operator && !call.NamesIt && answer.Status == 400;
            if (!role.May(call.Reach!.Need) && answer.Status != 403)
                faults.Add($"{call.Route} answers {answer.Status} to {caller}, who may not");
            else if (role.May(call.Reach.Need) && !reached && !mustSayTenant)
                faults.Add($"{call.Route} answers {answer.Status} to {caller}, who may: {answer.Text}");
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Should_show_a_vendor_nothing_of_another_vendor()
    {
        var faults = new List<string>();
        foreach (var call in Calls.Where(c => c.Reach is not null))
        {
            var answer = await SendAsync(call, "skien stranger");
            if (answer.Text.Contains(ReachHub.Event, StringComparison.Ordinal) || answer.Text.Contains("skien-epj", StringComparison.Ordinal)
                || (call.Path.Split('/').Any(p => p == hub.Message || p == hub.Message + ".1") && answer.Status is not (403 or 404)))
                faults.Add($"{call.Route} answers {answer.Status}: {answer.Text}");
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Should_open_nothing_beside_the_operators_api()
    {
        var faults = new List<string>();
        foreach (var call in Calls.Where(c => c.Reach is null))
        {
            var nobody = await hub.SendAsync(call.Method, call.Path, null);
            foreach (var caller in new[] { "skien administrator", "larvik administrator", "skien vendor" })
            {
                var answer = await hub.SendAsync(call.Method, call.Path, caller);
                if (answer.Status != nobody.Status && answer.Status is not (401 or 403))
                    faults.Add($"{call.Route} answers {answer.Status} to {caller}, and {nobody.Status} to nobody");
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Should_open_nothing_once_a_token_is_revoked_or_has_expired()
    {
        var now = DateTimeOffset.UtcNow;
        var (left, old) = (OperatorToken.New(), OperatorToken.New());
        foreach (var (name, secret, expires) in new[] { ("left", left, now.AddDays(1)), ("old", old, now.AddSeconds(-1)) })
        {
            await hub.Store.IssueAsync(new IssuedToken(name, KeyHash.Of(secret).ToString(), "viewer", "larvik", null, now, expires), new OperatorAct("test", now, "test"), CancellationToken.None);
        }

        await Wait.UntilAsync("the token opens", TimeSpan.FromSeconds(5), async () => await MeAsync(left) == 200);
        Assert.Equal(401, await MeAsync(old));
        await hub.Store.RevokeAsync("left", new OperatorAct("test", now, "test"), CancellationToken.None);
        await Wait.UntilAsync("the token opens nothing", TimeSpan.FromSeconds(5), async () => await MeAsync(left) == 401);
    }

    [Fact]
    public async Task Should_write_the_purpose_before_a_body_is_shown()
    {
        var opened = await hub.SendAsync("POST", $"/ops/v1/messages/{hub.Message}/bodies", "skien administrator", """{"purpose":"to find the reading"}""");

        Assert.Contains(ReachHub.Patient, System.Text.Encoding.UTF8.GetString(opened.Json.GetProperty("raw").GetProperty("base64").GetBytesFromBase64()), StringComparison.Ordinal);
        var entry = (await hub.Store.EntriesAsync(new AuditFilter(ReachHub.Foreign, Action: "message.body", Limit: 1), CancellationToken.None))[0].Entry;
        Assert.Equal(("token:skien-administrator", hub.Message, "to find the reading"), (entry.Who, entry.Target, entry.Reason));
        Assert.Equal(400, (await hub.SendAsync("POST", $"/ops/v1/messages/{hub.Message}/bodies", "skien administrator", "{}")).Status);
    }

    private async Task<int> MeAsync(string token) => (await hub.SendAsync("GET", "/ops/v1/me", token)).Status;

    private Task<Answer> SendAsync(ReachCall call, string caller) => hub.SendAsync(call.Method, call.Path, caller, call.Reach?.Body);
}
