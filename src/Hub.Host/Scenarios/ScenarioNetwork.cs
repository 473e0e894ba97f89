using Hub.Ebxml.Reliability;
using Hub.Simulators.Messaging;

namespace Hub.Host.Scenarios;

/// <summary>The message network around a tenant of a scenario: its own keys, the register directory that its file names, and counterparts that speak signed, encrypted ebXML. Keys are made up for the play.</summary>
public sealed class ScenarioNetwork : IAsyncDisposable
{
    // A resend after a second, so that a play of some seconds shows what takes half a day on the real network.
    private static readonly ResendSchedule Schedule = new(20, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), TimeSpan.FromMilliseconds(500));

    private readonly MessagingCa _issuer = new();
    private readonly PartyKeys _keys;
    private readonly string _directory;
    private readonly ScenarioCast _cast;
    private readonly string _tenant;
    private readonly List<CounterpartServer> _counterparts = [];
    private readonly HashSet<int> _byMail = [];
    private MailOffice? _office;

    private ScenarioNetwork(CounterpartParty own, string tenant, ScenarioCast cast)
    {
        (Own, _tenant, _cast, _directory) = (own, tenant, cast, cast.Directory);
        _keys = _issuer.KeysFor(own);
    }

    /// <summary>The tenant's own end, as its file says.</summary>
    public CounterpartParty Own { get; }

    /// <summary>Prepares the network of a tenant: the example names <c>keys/sign.pem</c>, <c>keys/open.pem</c>, <c>register</c>, <c>trust</c> and <c>crl</c>.</summary>
    /// <param name="cast">Where it belongs.</param>
    /// <param name="tenant">Tenant name.</param>
    /// <param name="own">The tenant's own end; HER-ids as in the example.</param>
    /// <returns>The network.</returns>
    public static ScenarioNetwork Of(ScenarioCast cast, string tenant, CounterpartParty own)
    {
        var network = cast.Add(new ScenarioNetwork(own, tenant, cast));
        network._keys.Write(Path.Combine(cast.Directory, "keys"));
        RegisterFiles.Write(network.Register, own, network._keys.Signing, network._keys.Encryption);
        RegisterFiles.WriteTrust(Path.Combine(cast.Directory, "trust"), network._issuer);
        RegisterFiles.WriteRevocations(Path.Combine(cast.Directory, "crl"), network._issuer);
        cast.OnListening(hub => network.Join(new Uri(hub, $"ebxml/{tenant}")));
        return network;
    }

    private string Register => Path.Combine(_directory, "register");

    /// <summary>Starts a counterpart and writes its entry into the register.</summary>
    /// <param name="party">Who it is.</param>
    /// <param name="byMail">True for one that speaks mail, at the address of its entry; false for HTTPS.</param>
    /// <returns>The counterpart; it knows the hub once it listens.</returns>
    public async Task<CounterpartServer> AddAsync(CounterpartParty party, bool byMail = false)
    {
        var options = new CounterpartOptions { Party = party, Keys = _issuer.KeysFor(party), Schedule = Schedule, Mail = byMail ? Office() : null };
        if (byMail)
            _byMail.Add(party.ServiceHer);
        var server = await CounterpartServer.StartAsync(options);
        _counterparts.Add(server);
        RegisterFiles.Write(Register, party, server.Keys.Signing, server.Keys.Encryption);
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in _counterparts)
            await server.DisposeAsync();
        _issuer.Dispose();
    }

    private void Join(Uri inbox)
    {
        foreach (var server in _counterparts)
        {
            var address = _byMail.Contains(server.Party.ServiceHer) ? $"mailto:{Own.EdiAddress}" : inbox.ToString();
            server.Know(new CounterpartPeer(Own, [_keys.Signing], _keys.Encryption, address));
        }
    }

    // Mail between files: the same program takes the hub's mail and the counterparts'.
    private MailOffice Office()
    {
        if (_office is { } open)
            return open;
        _office = new MailOffice(Path.Combine(_directory, "mail"));
        _cast.TenantSettings[(_tenant, "messaging.sendmail")] = _office.Program;
        _cast.TenantSettings[(_tenant, "messaging.maildir")] = _office.Maildir(Own.EdiAddress);
        return _office;
    }
}
