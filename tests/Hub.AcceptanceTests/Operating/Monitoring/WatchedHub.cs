using System.Net;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Messaging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Operating.Monitoring;

/// <summary>A hub in a process of its own with everything that is measured: a vendor, a journal, a feed, the message network with a GP, a partner that is expected, a token.</summary>
internal sealed class WatchedHub : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-watched-").FullName;
    private Installation? _place;
    private CounterpartServer? _gp;

    /// <summary>The hub.</summary>
    public Installation Place => _place!;

    private string Drop => Path.Combine(_folder, "drop");

    public static async Task<WatchedHub> OpenAsync(BackingKind kind)
    {
        var watched = new WatchedHub();
        try
        {
            await watched.StartAsync(kind);
            return watched;
        }
        catch
        {
            await watched.DisposeAsync();
            throw;
        }
    }

    /// <summary>One of everything: a value, a value that is refused, a plan with its receipts, a file, a pause.</summary>
    public async Task SendAsync()
    {
        var (to, feed) = (Place.Tenant, Place.Vendor);
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(to, Events.Pulse($"p-{i}", Events.People[i % 4], 60 + i))).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(to, Events.Plan("plan", Events.People[0]))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await feed.PostAsync($"in/{to.Name}/feed", "{"u8.ToArray(), "application/json")).Status);
        await File.WriteAllTextAsync(Path.Combine(Drop, "readings.csv"), $"patient;measured;pef;unit;device;number\n{Events.People[1].NationalId};2026-03-01T08:15:00+01:00;412;L/min;PF-77;101\n");
        await Wait.UntilAsync("the file is taken", Patience, () => Directory.Exists(Path.Combine(Drop, "done")) && Directory.EnumerateFiles(Path.Combine(Drop, "done")).Any());
        Assert.Equal(HttpStatusCode.OK, (await Place.Operator.SendAsync(HttpMethod.Put, $"pauses/{to.Name}/routes/statuses", new { reason = "tried in a test" })).Status);
        await Place.DrainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_place is not null)
            await _place.DisposeAsync();
        if (_gp is not null)
            await _gp.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(BackingKind kind)
    {
        Directory.CreateDirectory(Drop);
        var larvik = NetworkPlan.Larvik;
        foreach (var party in new[] { larvik, CounterpartParty.Gp })
        {
            var keys = NetworkKeys.Of(party);
            RegisterFiles.Write(Path.Combine(_folder, "register"), party, keys.Signing, keys.Encryption);
            keys.Write(Path.Combine(_folder, $"{party.ServiceHer}"));
        }

        RegisterFiles.WriteTrust(Path.Combine(_folder, "trust"), NetworkKeys.Issuer);
        _gp = await CounterpartServer.StartAsync(new CounterpartOptions { Party = CounterpartParty.Gp, Keys = NetworkKeys.Of(CounterpartParty.Gp) });
        var (certificate, key) = (Path.Combine(_folder, "hub.pem"), Path.Combine(_folder, "hub.key"));
        using (var pki = new WebCertificates())
            pki.Write(certificate, key, TimeSpan.FromDays(90));
        _place = await Installation.OpenAsync(kind, $"alerts: {{ every: 100ms, ledgerEvery: 1s }}\ntls: {{ certificate: {certificate}, key: \"file:{key}\" }}", Tenant(larvik, _gp));
        await _place.StartAsync();
        var own = NetworkKeys.Of(larvik);
        _gp.Know(new CounterpartPeer(larvik, [own.Signing], own.Encryption, new Uri(_place.Url, "ebxml/larvik").AbsoluteUri));
        var token = await _place.CommandAsync("token", "issue", "--role", "viewer", "--tenant", "larvik", "--name", "board", "--days", "90");
        Assert.True(token.Code == 0, token.Output);
    }

    private Municipality Tenant(CounterpartParty party, CounterpartServer gp) => Municipality.Larvik with
    {
        Her = party.EnterpriseHer,
        Routes = Municipality.AllRoutes + """

              - { name: plan-to-gp, content: plan, to: gp, as: dialog.helsefaglig, retry: { schedule: fast } }
            """,
        Partners = $$"""
              awaited: { adapter: dignio, inbound: { keys: ["{{TestKey.New("awaited").Hash}}"] }, expects: 1d }
              meters: { adapter: peakflow, inbound: { auth: poll, every: 1s, content: [measurement] }, options: { folder: "{{Drop}}", settle: 0s } }
              gp:
                adapter: ebxml
                url: {{gp.Url.AbsoluteUri}}
                her: { enterprise: {{gp.Party.EnterpriseHer}}, service: {{gp.Party.ServiceHer}} }
                inbound: { auth: signature, content: [clinical] }
                options: { sync: false }
            """,
        Sections = $$"""
            retention: { bodies: 90d }
            messaging:
              her: {{party.ServiceHer}}
              name: {{party.ServiceName}}
              phone: "{{party.Phone}}"
              mail: {{party.EdiAddress}}
              signing: { certificate: {{Key("sign.pem")}}, key: "file:{{Key("sign.key")}}" }
              decryption: [{ certificate: {{Key("open.pem")}}, key: "file:{{Key("open.key")}}" }]
              register: {{Path.Combine(_folder, "register")}}
              trust: {{Path.Combine(_folder, "trust")}}
              answers: journal
            """,
    };

    private string Key(string file) => Path.Combine(_folder, $"{NetworkPlan.Larvik.ServiceHer}", file);
}
