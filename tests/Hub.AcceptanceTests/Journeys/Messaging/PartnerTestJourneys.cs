using System.Text.Json;
using Hub.AcceptanceTests.Operating;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Messaging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Messaging;

/// <summary><c>hub partner test</c> to a partner on the message network, and what is told of certificates before messages break on them.</summary>
public abstract class PartnerTestJourneys(BackingKind backing) : NetworkJourney(backing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Should_see_a_pong_that_comes_to_the_running_hub_as_a_message_of_its_own()
    {
        await using var network = await OpenAsync();
        var (code, found, output) = await TestAsync(network, "gp", withStore: true);

        Assert.True((code, found["ping"].State) == (0, "ok"), output);
        Assert.Contains("a signed Pong came to the hub", found["ping"].Text, StringComparison.Ordinal);
        Assert.Contains("larvik/gp answered the Ping", network.Stage.Logs(), StringComparison.Ordinal);
        Assert.Equal(4, output.Split("\"certificate\"").Length - 1);

        // Without its store only the hub itself can tell.
        (code, found, _) = await TestAsync(network, "gp", withStore: false);
        Assert.Equal((0, "warning"), (code, found["ping"].State));
        Assert.Contains("1318", found["ping"].Todo, StringComparison.Ordinal);
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_say_that_no_pong_came_when_the_partner_has_another_address_of_the_hub()
    {
        await using var network = await OpenAsync();
        network.Gp.Know(network.Peer(NetworkPlan.Larvik, "larvik") with { Address = "http://127.0.0.1:9/" });

        var (code, found, _) = await TestAsync(network, "gp", withStore: true);
        Assert.Equal((0, "warning"), (code, found["ping"].State));
        Assert.Contains("no signed Pong came to the hub", found["ping"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_certificates_that_have_expired_and_those_that_the_register_does_not_name()
    {
        var gp = CounterpartParty.Gp;
        var expired = NetworkKeys.Of(gp) with { Signing = NetworkKeys.Issuer.Signing(gp, DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(-1)) };
        await using var network = await OpenAsync(new NetworkPlan { OtherKeys = new Dictionary<int, PartyKeys> { [gp.ServiceHer] = expired } });
        var (code, found, output) = await TestAsync(network, "gp", withStore: false);
        Assert.Equal(1, code);
        Assert.Contains("partner-signing of ", output, StringComparison.Ordinal);
        Assert.Contains("expired 2", output, StringComparison.Ordinal);
        Assert.Equal("failed", found["certificate"].State);

        // Larvik's entry in the register names certificates that Larvik does not use.
        var other = NetworkKeys.Issuer.KeysFor(NetworkPlan.Larvik);
        RegisterFiles.Write(network.Register, NetworkPlan.Larvik, other.Signing, other.Encryption);
        (code, _, output) = await TestAsync(network, "hospital", withStore: false);
        Assert.Equal(1, code);
        Assert.Contains("The register names another signing certificate than this one: partners will refuse what is signed", output, StringComparison.Ordinal);
        Assert.Contains("Partners encrypt to the certificate in the register, and none of these keys opens it", output, StringComparison.Ordinal);

        var doctor = await CommandRun.OfAsync("doctor", "--config", network.Stage.Config, "--data", network.Stage.Data);
        Assert.Equal(0, doctor.Code);
        Assert.Contains("larvik own-signing of larvik kommune", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("larvik/gp partner-signing of ", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_believe_a_pong_on_the_same_connection_by_the_certificate_that_register_or_agreement_names_and_by_no_other()
    {
        var (larvik, gp) = (NetworkPlan.Larvik, CounterpartParty.Gp);
        await using var network = await OpenAsync(new NetworkPlan { PongAtOnce = true });
        var (code, found, output) = await TestAsync(network, "gp", withStore: false);
        Assert.True((code, found["ping"].State, found["ping"].Text) == (0, "ok", "A signed Pong came back"), output);

        // The agreement agrees with the register.
        AgreementFile.Write(network.Register, (larvik, NetworkKeys.Of(larvik).Signing), (gp, NetworkKeys.Of(gp).Signing));
        (code, found, output) = await TestAsync(network, "gp", withStore: false);
        Assert.True((code, found["ping"].State, found["certificate"].State) == (0, "ok", "ok"), output);

        // It names others than the two sign with.
        var others = (Larvik: NetworkKeys.Issuer.KeysFor(larvik).Signing, Gp: NetworkKeys.Issuer.KeysFor(gp).Signing);
        AgreementFile.Write(network.Register, (larvik, others.Larvik), (gp, others.Gp));
        (code, found, output) = await TestAsync(network, "gp", withStore: false);
        Assert.True((code, found["ping"].State, found["certificate"].State) == (1, "ok", "failed"), output);
        Assert.Contains("Register and agreement name different certificates of the partner", output, StringComparison.Ordinal);
        Assert.Contains($"The agreement {AgreementFile.Id} names another signing certificate than this one", output, StringComparison.Ordinal);

        // The register does not know the partner: the agreement alone says whom to believe.
        foreach (var file in Directory.EnumerateFiles(network.Register, "*.json").Where(f => Path.GetFileNameWithoutExtension(f) is var name && (name == $"{gp.EnterpriseHer}" || name == $"{gp.ServiceHer}")).ToList())
            File.Delete(file);
        (code, found, output) = await TestAsync(network, "gp", withStore: false);
        Assert.True((code, found["ping"].State) == (1, "failed"), output);
        Assert.Contains("The Pong is not signed by the partner", output, StringComparison.Ordinal);
        AgreementFile.Write(network.Register, (larvik, NetworkKeys.Of(larvik).Signing), (gp, NetworkKeys.Of(gp).Signing));
        (code, found, output) = await TestAsync(network, "gp", withStore: false);
        Assert.True((code, found["ping"].State, found["ping"].Text, found["certificate"].State) == (0, "ok", "A signed Pong came back", "ok"), output);
        AssertNoFault(network);
    }

    [Fact]
    public async Task Should_alert_before_certificates_end_with_what_is_queued_behind_them()
    {
        Environment.SetEnvironmentVariable("STAGE_ALERT_SECRET", AlertPost.Secret);
        await using var post = await AlertPost.OpenAsync();
        var (larvik, gp, soon) = (NetworkPlan.Larvik, CounterpartParty.Gp, DateTimeOffset.UtcNow.AddDays(3));
        await using var network = await OpenAsync(new NetworkPlan
        {
            Settings = $"alerts: {{ every: 50ms, calm: 200ms, webhooks: [{{ name: duty, url: \"{post.Url}\", secret: \"env:STAGE_ALERT_SECRET\" }}] }}",
            OtherKeys = new Dictionary<int, PartyKeys>
            {
                [larvik.ServiceHer] = NetworkKeys.Of(larvik) with { Signing = NetworkKeys.Issuer.Signing(larvik, to: soon) },
                [gp.ServiceHer] = NetworkKeys.Of(gp) with { Signing = NetworkKeys.Issuer.Signing(gp, to: soon.AddDays(10)) },
            },
        });
        await network.Gp.CloseAsync();
        for (var i = 0; i < 3; i++)
            await network.FeedAsync(Events.Plan($"plan-{i}", Events.People[i], "hei"));

        string[] ids = ["certificate-expiry/larvik/own-signing", "certificate-expiry/larvik/gp/partner-signing"];
        await Wait.UntilAsync("the duty system is told", Patience, () => ids.All(id => post.EventsOf(id) is ["opened", ..]), network.Stage.Logs);
        var open = (await Open()).ToDictionary(a => a.GetProperty("id").GetString()!);
        Assert.Equal(("critical", "warning"), (open[ids[0]].GetProperty("severity").GetString(), open[ids[1]].GetProperty("severity").GetString()));
        await Wait.UntilAsync("what is queued is told", Patience, async () => (await Open()).Count(a => ids.Contains(a.GetProperty("id").GetString()) && a.GetProperty("text").GetString()!.Contains("3 deliveries queued now would break", StringComparison.Ordinal)) == 2, network.Stage.Logs);
        Assert.All(open.Values, a => Assert.DoesNotContain(Events.People[0].NationalId, a.GetRawText(), StringComparison.Ordinal));

        async Task<IReadOnlyList<JsonElement>> Open() => [.. (await network.Stage.Operator.GetAsync("alerts?tenant=larvik")).GetProperty("alerts").EnumerateArray()];
    }

    [Fact]
    public async Task Should_hear_what_time_it_is_at_a_partner_on_the_network()
    {
        await using var network = await OpenAsync();
        var message = await network.FeedAsync(Events.Plan("plan-1", Events.People[0], "hei"));
        await network.UntilDeliveryAsync(message, "delivered", d => d.Is("delivered"));

        Assert.InRange((await network.Stage.Operator.GetAsync("partners/larvik/gp")).GetProperty("clockAheadSeconds").GetDouble(), -2, 2);
    }

    [Fact]
    public async Task Should_trace_a_message_to_its_receipt()
    {
        await using var receiver = await OtlpReceiver.OpenAsync();
        await using var network = await OpenAsync(new NetworkPlan { Settings = $"telemetry: {{ otlp: \"{receiver.Url}\", every: 200ms }}" });
        var message = await network.FeedAsync(Events.Plan("plan-1", Events.People[0], "Gå til postkassen"));
        await network.UntilDeliveryAsync(message, "both receipts taken", d => d.Is("delivered") && d.Tells("digests equal"));

        var root = default(OtlpReceiver.Span);
        await Wait.UntilAsync(
            "the tree is there",
            Patience,
            () => receiver.Spans.ToLookup(s => s.Trace).Any(t => (root = t.FirstOrDefault(s => s.Name == "intake")) is not null && t.Select(s => s.Name).Distinct().Order(StringComparer.Ordinal).SequenceEqual(["commit", "intake", "map", "receipt", "send"])),
            () => string.Join(' ', receiver.Spans));
        Assert.All(receiver.Spans.Where(s => s.Trace == root!.Trace && s.Name != "intake"), s => Assert.Equal(root!.Id, s.Parent));
        Assert.DoesNotContain(Events.People[0].NationalId, receiver.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("postkassen", receiver.Text, StringComparison.Ordinal);
    }

    private static async Task<(int Code, IReadOnlyDictionary<string, (string State, string Text, string Todo)> Found, string Output)> TestAsync(Network network, string partner, bool withStore)
    {
        var empty = Directory.CreateTempSubdirectory("hub-none-").FullName;
        var config = withStore ? await network.Stage.ConfigWithStoreAsync() : network.Stage.Config;
        var run = await CommandRun.OfAsync("partner", "test", "larvik", partner, "--json", "--config", config, "--data", withStore ? network.Stage.Data : empty);
        Assert.True(run.Output.Length > 0, run.Errors);
        Directory.Delete(empty);
        var found = JsonDocument.Parse(run.Output).RootElement.GetProperty("checks").EnumerateArray().GroupBy(c => c.GetProperty("check").GetString()!)
            .ToDictionary(g => g.Key, g => g.Select(c => (State: c.GetProperty("state").GetString()!, Text: c.GetProperty("text").GetString()!, Todo: c.GetProperty("todo").GetString() ?? "")).OrderBy(c => c.State != "failed").First());
        return (run.Code, found, run.Output);
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : PartnerTestJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : PartnerTestJourneys(BackingKind.Servers);
}
