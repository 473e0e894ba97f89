using System.Collections.Concurrent;
using Hub.Ebxml.Reliability;
using Hub.Simulators.Dignio;
using Hub.Simulators.Messaging;

namespace Hub.Host.Demo;

/// <summary>The message network around one tenant of the demo: its own end, a hospital and a GP, each with keys of its own from one made-up issuer. The vendor's system hears of admissions.</summary>
internal sealed class DemoNetwork : IAsyncDisposable
{
    /// <summary>Name of the hospital in the tenant file.</summary>
    public const string HospitalName = "hospital";

    /// <summary>Name of the GP in the tenant file.</summary>
    public const string GpName = "gp";

    // A resend after a second, so that a demo of some seconds shows what takes half a day on the real network.
    private static readonly ResendSchedule Schedule = new(20, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), TimeSpan.FromMilliseconds(500));

    private readonly PartyKeys _keys;

    private DemoNetwork(string tenant, MessagingCa issuer, PartyKeys keys, CounterpartServer hospital, CounterpartServer gp, DignioServer vendor, ConcurrentQueue<TracedMessage>? traced)
    {
        Tenant = tenant;
        Issuer = issuer;
        _keys = keys;
        Hospital = hospital;
        Gp = gp;
        Vendor = vendor;
        Traced = traced;
    }

    /// <summary>The tenant's own end.</summary>
    public static CounterpartParty Own { get; } = new()
    {
        EnterpriseHer = 8800900,
        ServiceHer = 8800901,
        OrganizationNumber = "314159265",
        EnterpriseName = "Bodø (demo)",
        ServiceName = "Digital hjemmeoppfølging",
        Phone = "75500000",
        EdiAddress = "dho@bodo-demo.test",
    };

    /// <summary>Whose network it is.</summary>
    public string Tenant { get; }

    /// <summary>Issuer of all certificates.</summary>
    public MessagingCa Issuer { get; }

    /// <summary>The hospital.</summary>
    public CounterpartServer Hospital { get; }

    /// <summary>The GP.</summary>
    public CounterpartServer Gp { get; }

    /// <summary>The vendor's system, which is told of admissions and discharges.</summary>
    public DignioServer Vendor { get; }

    /// <summary>Everything that went by, in order; null when it is not kept.</summary>
    public ConcurrentQueue<TracedMessage>? Traced { get; }

    /// <summary>Both counterparts by their names in the tenant file.</summary>
    public IReadOnlyList<(string Name, CounterpartServer Server)> Counterparts => [(HospitalName, Hospital), (GpName, Gp)];

    /// <summary>Starts hospital and GP; they know the hub after <see cref="Join"/>.</summary>
    /// <param name="tenant">Whose network.</param>
    /// <param name="portBase">Port of the hospital; GP and vendor take the next two. 0 = free ports.</param>
    /// <param name="trace">True keeps every message.</param>
    /// <returns>The network.</returns>
    public static async Task<DemoNetwork> StartAsync(string tenant, int portBase, bool trace)
    {
        var issuer = new MessagingCa();
        var traced = trace ? new ConcurrentQueue<TracedMessage>() : null;
        var hospital = await StartAsync(CounterpartParty.Hospital, HospitalName, issuer, portBase, traced);
        var gp = await StartAsync(CounterpartParty.Gp, GpName, issuer, portBase == 0 ? 0 : portBase + 1, traced);
        var vendor = await DignioServer.StartAsync(new DignioServerOptions { Port = portBase == 0 ? 0 : portBase + 2 });
        return new DemoNetwork(tenant, issuer, issuer.KeysFor(Own), hospital, gp, vendor, traced);
    }

    /// <summary>Writes keys, register, issuer and revocation list where the tenant file looks for them.</summary>
    /// <param name="directory">Configuration directory.</param>
    public void Write(string directory)
    {
        _keys.Write(Path.Combine(directory, "secrets", "messaging"));
        var register = Path.Combine(directory, "register");
        RegisterFiles.Write(register, Own, _keys.Signing, _keys.Encryption);
        foreach (var (_, server) in Counterparts)
            RegisterFiles.Write(register, server.Party, server.Keys.Signing, server.Keys.Encryption);
        RegisterFiles.WriteTrust(Path.Combine(directory, "trust"), Issuer);
        RegisterFiles.WriteRevocations(Path.Combine(directory, "crl"), Issuer);
    }

    /// <summary>Writes every party's keys for people who want to look into the messages.</summary>
    /// <param name="directory">Where to.</param>
    public void WriteKeys(string directory)
    {
        _keys.Write(directory, "hub-");
        foreach (var (name, server) in Counterparts)
            server.Keys.Write(directory, name + "-");
        RegisterFiles.WriteTrust(directory, Issuer);
        foreach (var open in Directory.GetFiles(directory, "*-open.pem"))
            File.WriteAllText(Path.ChangeExtension(open, ".both.pem"), File.ReadAllText(open) + File.ReadAllText(Path.ChangeExtension(open, ".key")));
    }

    /// <summary>Tells hospital and GP where the hub is.</summary>
    /// <param name="hub">Address of the hub.</param>
    public void Join(Uri hub)
    {
        var peer = new CounterpartPeer(Own, [_keys.Signing], _keys.Encryption, new Uri(hub, $"ebxml/{Tenant}").ToString());
        foreach (var (_, server) in Counterparts)
            server.Know(peer);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Hospital.DisposeAsync();
        await Gp.DisposeAsync();
        await Vendor.DisposeAsync();
        Issuer.Dispose();
    }

    private static Task<CounterpartServer> StartAsync(CounterpartParty party, string name, MessagingCa issuer, int port, ConcurrentQueue<TracedMessage>? traced) =>
        CounterpartServer.StartAsync(new CounterpartOptions
        {
            Party = party,
            Keys = issuer.KeysFor(party),
            Port = port,
            Schedule = Schedule,
            Trace = traced is null ? null : message => traced.Enqueue(new TracedMessage(name, party, message)),
        });
}

/// <summary>A message as a counterpart saw it.</summary>
/// <param name="Name">Name of the counterpart.</param>
/// <param name="Party">Who it is.</param>
/// <param name="Message">The message.</param>
internal sealed record TracedMessage(string Name, CounterpartParty Party, ExchangedMessage Message);
