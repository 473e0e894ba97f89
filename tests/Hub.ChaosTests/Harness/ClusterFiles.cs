using Hub.Tests.Support;

namespace Hub.ChaosTests.Harness;

/// <summary>The configuration of a round: two tenants with one journal each, on the same journal server.</summary>
internal sealed class ClusterFiles
{
    public static readonly IReadOnlyList<string> Tenants = ["nord", "sor"];

    public ClusterFiles(string folder, Uri journal)
    {
        Folders = NodeFolders.Make(folder);
        // No operator has to wait for the log of a passing test; warnings tell what happened in a failed one.
        File.WriteAllText(Path.Combine(Folders.Config, "hub.yaml"), $$"""
            operators: [{ name: chaos, key: "{{Operator.Hash}}" }]
            log: { level: warning }
            partitions: 16
            limits: { drainDelay: 3s }
            """);
        foreach (var (tenant, orgnr) in Tenants.Zip(["994598759", "312229544"]))
            File.WriteAllText(Path.Combine(Folders.Config, "tenants", $"{tenant}.yaml"), Tenant(tenant, orgnr, journal));
    }

    public NodeFolders Folders { get; }

    public TestKey Operator { get; } = TestKey.New("operator");

    private Dictionary<string, TestKey> Keys { get; } = Tenants.ToDictionary(t => t, TestKey.New);

    public TestKey Key(string tenant) => Keys[tenant];

    private string Tenant(string tenant, string orgnr, Uri journal) => $$"""
        tenant: {{tenant}}
        environment: test
        organization: { orgnr: "{{orgnr}}" }
        partners:
          feed: { adapter: dignio, inbound: { keys: ["{{Key(tenant).Hash}}"], rate: 0 } }
          journal:
            adapter: gerica
            url: {{journal}}
            timeout: 2s
            window: 32
            spread: 8
            drainRate: 0
            auth: { kind: clientCredentials, clientId: {{tenant}}, secret: "env:CHAOS_SECRET" }
            breaker: { failures: 5, probe: 100ms, maxProbe: 500ms }
        routes:
          - { name: values, from: feed, content: measurement, to: journal, as: fhir.observation, retry: { delays: [100ms, 200ms, 400ms], giveUpAfter: 1h } }
        """;
}
