using Hub.Core.Jose;
using Hub.Simulators.Dips;
using Hub.Simulators.HelseId;

namespace Hub.Host.Scenarios;

/// <summary>A DIPS journal in a scenario, behind the HelseID that gives the hub its tokens. Key and subscription are made up for the play.</summary>
internal sealed class ScenarioDips
{
    private readonly HelseIdGate _gate;
    private readonly TimeProvider _time;

    private ScenarioDips(DipsServer server, HelseIdGate gate, HelseIdServer helseId, TimeProvider time) => (Server, _gate, HelseId, _time) = (server, gate, helseId, time);

    /// <summary>The journal. Everybody who is asked for is registered there.</summary>
    public DipsServer Server { get; }

    /// <summary>Where tokens come from.</summary>
    public HelseIdServer HelseId { get; }

    /// <summary>Starts a journal that plays a partner of an example: <c>auth</c> of kind helseid, and the options <c>rpmScope</c> and <c>subscriptionKey</c>.</summary>
    /// <param name="cast">Takes it in.</param>
    /// <param name="tenant">Tenant name in the example.</param>
    /// <param name="partner">Partner name in the example.</param>
    /// <param name="terms">The hub as the example names it.</param>
    /// <param name="shared">A HelseID that is there already; null starts one.</param>
    /// <returns>The journal, listening.</returns>
    public static async Task<ScenarioDips> OpenAsync(ScenarioCast cast, string tenant, string partner, ScenarioDipsTerms terms, HelseIdServer? shared = null)
    {
        var helseId = shared ?? cast.Add(await HelseIdServer.StartAsync());
        using var key = SigningKey.NewEc();
        helseId.Register(new HelseIdClient(terms.ClientId, [key.Public], [terms.FhirScope, terms.RpmScope]) { Organizations = [terms.Organization] });
        var gate = new HelseIdGate(helseId) { DPoPOnly = true };
        var subscription = Guid.NewGuid().ToString("N");
        var server = cast.Add(await DipsServer.StartAsync(new DipsServerOptions { Gate = gate, FhirScope = terms.FhirScope, RpmScope = terms.RpmScope, SubscriptionKey = subscription, KeepBodies = true }));
        var file = Path.Combine("secrets", $"{tenant}-{partner}-subscription");
        Directory.CreateDirectory(Path.Combine(cast.Directory, "secrets"));
        await File.WriteAllTextAsync(Path.Combine(cast.Directory, file), subscription);
        cast.Play(tenant, partner, server.Url, key.ExportPem(), new Dictionary<string, string>
        {
            ["auth.issuer"] = helseId.Issuer.ToString().TrimEnd('/'),
            ["options.subscriptionKey"] = $"file:{file}",
        });
        return new ScenarioDips(server, gate, helseId, TimeProvider.System);
    }

    /// <summary>Ends every token handed out so far: the next request with one is answered 401.</summary>
    public void ExpireTokens() => _gate.RevokedBefore = _time.GetUtcNow();
}

/// <summary>The hub as a client of HelseID and of a DIPS journal, as an example's file says it.</summary>
/// <param name="ClientId">Its client id.</param>
/// <param name="Organization">Organisation number that it acts for.</param>
internal sealed record ScenarioDipsTerms(string ClientId, string Organization)
{
    /// <summary>Scope for FHIR; default that of the examples.</summary>
    public string FhirScope { get; init; } = "dips:fhir-r4";

    /// <summary>Scope for RPM RecordKeeper; default that of its public sample.</summary>
    public string RpmScope { get; init; } = "dips-dho:record-keeper/demo";
}
