using Hub.Simulators.Messaging;
using Hub.Tests.Support;

namespace Hub.ChaosTests.Harness;

/// <summary>The configuration of a round on the message network: one tenant that writes plans to a GP and gets letters from a hospital.</summary>
internal sealed class NetworkFiles
{
    public const string Tenant = "nord";

    public static readonly CounterpartParty Party = new()
    {
        EnterpriseHer = 8094866,
        ServiceHer = 8094867,
        OrganizationNumber = "994598759",
        EnterpriseName = "Nord kommune",
        ServiceName = "Digital hjemmeoppfølging",
        Phone = "33171000",
        EdiAddress = "edi@nord.test",
    };

    private readonly string _network;
    private readonly string _resendAfter;

    public NetworkFiles(string folder, Uri journal, PartyKeys keys, MessagingCa issuer, CounterpartServer gp, CounterpartServer hospital, string resendAfter = "400ms")
    {
        _resendAfter = resendAfter;
        Folders = NodeFolders.Make(folder);
        Keys = keys;
        _network = Path.Combine(folder, "network");
        keys.Write(_network);
        RegisterFiles.Write(_network + "/register", Party, keys.Signing, keys.Encryption);
        foreach (var counterpart in new[] { gp, hospital })
            RegisterFiles.Write(_network + "/register", counterpart.Party, counterpart.Keys.Signing, counterpart.Keys.Encryption);
        RegisterFiles.WriteTrust(_network + "/trust", issuer);
        File.WriteAllText(Path.Combine(Folders.Config, "hub.yaml"), $$"""
            operators: [{ name: chaos, key: "{{Operator.Hash}}" }]
            log: { level: warning }
            partitions: 16
            limits: { drainDelay: 2s }
            """);
        File.WriteAllText(Path.Combine(Folders.Config, "tenants", $"{Tenant}.yaml"), Yaml(journal, gp, hospital));
    }

    public NodeFolders Folders { get; }

    public PartyKeys Keys { get; }

    public TestKey Operator { get; } = TestKey.New("operator");

    public TestKey Feed { get; } = TestKey.New("feed");

    // Sends often enough that silence to the end cannot come of loss: half of the tries go through, and there are sixty.
    private string Yaml(Uri journal, CounterpartServer gp, CounterpartServer hospital) => $$"""
        tenant: {{Tenant}}
        environment: test
        organization: { orgnr: "{{Party.OrganizationNumber}}", her: {{Party.EnterpriseHer}}, name: {{Party.EnterpriseName}} }
        partners:
          feed: { adapter: dignio, inbound: { keys: ["{{Feed.Hash}}"], rate: 0 } }
          journal:
            adapter: gerica
            url: {{journal}}
            timeout: 2s
            auth: { kind: clientCredentials, clientId: {{Tenant}}, secret: "env:CHAOS_SECRET" }
            breaker: { failures: 5, probe: 100ms, maxProbe: 500ms }
        {{Partner("gp", gp)}}
        {{Partner("hospital", hospital)}}
        routes:
          - { name: plans, from: feed, content: plan, to: gp, as: dialog.helsefaglig, retry: { delays: [100ms, 200ms, 400ms], giveUpAfter: 1h } }
          - { name: letters, from: hospital, content: clinical, to: journal, as: journal.clinical, retry: { delays: [100ms, 200ms, 400ms], giveUpAfter: 1h } }
        messaging:
          her: {{Party.ServiceHer}}
          name: {{Party.ServiceName}}
          phone: "{{Party.Phone}}"
          mail: {{Party.EdiAddress}}
          signing: { certificate: {{_network}}/sign.pem, key: "file:{{_network}}/sign.key" }
          decryption: [{ certificate: {{_network}}/open.pem, key: "file:{{_network}}/open.key" }]
          register: {{_network}}/register
          trust: {{_network}}/trust
          answerWithin: 120s
        """;

    private string Partner(string name, CounterpartServer counterpart) => $$"""
          {{name}}:
            adapter: ebxml
            url: {{counterpart.Url}}
            her: { enterprise: {{counterpart.Party.EnterpriseHer}}, service: {{counterpart.Party.ServiceHer}} }
            timeout: 2s
            inbound: { auth: signature, content: [clinical] }
            breaker: { failures: 20, probe: 100ms, maxProbe: 500ms }
            options: { resends: 60, resendAfter: {{_resendAfter}}, answerWithin: 120s }
        """;
}
