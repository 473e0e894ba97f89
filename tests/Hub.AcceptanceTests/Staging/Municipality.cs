using Hub.Tests.Support;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A tenant of a stage, and the file that makes it one.</summary>
/// <param name="Name">Name of the tenant.</param>
/// <param name="Orgnr">Organisation number.</param>
internal sealed record Municipality(string Name, string Orgnr)
{
    public const string Secret = "STAGE_SECRET";

    /// <summary>Routes that deliver everything: values to the lab module, the rest to the journal.</summary>
    public const string AllRoutes = """
          - { name: values, content: measurement, to: journal, as: fhir.observation, retry: { delays: [50ms, 100ms, 200ms], giveUpAfter: 5m } }
          - { name: notes, content: note, to: journal, as: journal.note, retry: { schedule: fast } }
          - { name: alerts, content: alert, to: journal, as: journal.alert, retry: { schedule: fast } }
          - { name: chat, content: chat, to: journal, as: journal.chat, retry: { schedule: fast } }
          - { name: forms, content: questionnaire, to: journal, as: journal.questionnaire, retry: { schedule: fast } }
          - { name: statuses, content: status, to: journal, as: journal.status, retry: { schedule: fast } }
          - { name: plans, content: plan, to: journal, as: fhir.careplan, retry: { schedule: fast } }
        """;

    public static Municipality Larvik { get; } = new("larvik", "994598759");

    public static Municipality Skien { get; } = new("skien", "312229544");

    /// <summary>Key of the home follow-up vendor.</summary>
    public TestKey Feed { get; } = TestKey.New("feed");

    /// <summary>Key of a vendor on the VKP face that is read strictly.</summary>
    public TestKey Strict { get; } = TestKey.New("strict");

    /// <summary>Key of a vendor on the VKP face that is read leniently.</summary>
    public TestKey Lenient { get; } = TestKey.New("lenient");

    public string Routes { get; init; } = AllRoutes;

    /// <summary>HER-id of the organization; null = it is not in the address register.</summary>
    public int? Her { get; init; }

    /// <summary>Partners beside the usual ones, indented as these.</summary>
    public string Partners { get; init; } = "";

    /// <summary>Further sections of the file.</summary>
    public string Sections { get; init; } = "";

    public string Yaml(Uri journal) => $$"""
        tenant: {{Name}}
        environment: test
        organization: { orgnr: "{{Orgnr}}"{{(Her is null ? "" : $", her: {Her}, name: {Name} kommune")}} }
        partners:
          feed: { adapter: dignio, inbound: { keys: ["{{Feed.Hash}}"], rate: 0 } }
          strict: { adapter: vkp, inbound: { keys: ["{{Strict.Hash}}"], rate: 0, mode: strict } }
          lenient: { adapter: vkp, inbound: { keys: ["{{Lenient.Hash}}"], rate: 0, mode: lenient } }
          journal:
            adapter: gerica
            url: {{journal}}
            timeout: 5s
            auth: { kind: clientCredentials, clientId: {{Name}}, secret: "env:{{Secret}}" }
            breaker: { failures: 5, probe: 50ms, maxProbe: 200ms }
        {{Partners}}
        routes:
        {{Routes}}
        {{Sections}}
        """;
}
