using Hub.Simulators.Messaging;

namespace Hub.AcceptanceTests.Staging;

/// <summary>How a tenant's end of the message network is set up in a journey.</summary>
internal sealed record NetworkPlan
{
    /// <summary>Plans to the GP, letters of the hospital to the journal, logistics to the vendor.</summary>
    public const string AllRoutes = """
          - { name: plan-to-gp, from: feed, content: plan, to: gp, as: dialog.helsefaglig, retry: { delays: [50ms, 100ms, 200ms], giveUpAfter: 5m } }
          - { name: letters, from: [hospital, gp], content: clinical, to: journal, as: journal.clinical, retry: { delays: [50ms, 100ms, 200ms], giveUpAfter: 5m } }
          - { name: follow-up, from: hospital, content: clinical, when: { category: [LOG_INNLAGT, LOG_UTSKREVET] }, to: vendor, as: dho.followup, retry: { delays: [50ms, 100ms], giveUpAfter: 5m } }
        """;

    /// <summary>The tenant as the counterparts know it.</summary>
    public static CounterpartParty Larvik { get; } = Party(8094866, 8094867, "994598759", "larvik");

    /// <summary>A second tenant.</summary>
    public static CounterpartParty Skien { get; } = Party(8094876, 8094877, "312229544", "skien");

    /// <summary>Options of every partner on the network, as in the tenant file.</summary>
    public string Options { get; init; } = "resends: 4, resendAfter: 30s, answerWithin: 60s";

    /// <summary>Who answers: journal or hub.</summary>
    public string Answers { get; init; } = "journal";

    /// <summary>How long the journal has.</summary>
    public string AnswerWithin { get; init; } = "60s";

    /// <summary>Whether both ways use SyncReply.</summary>
    public bool Sync { get; init; }

    /// <summary>Whether counterparts answer a Ping on its own connection.</summary>
    public bool PongAtOnce { get; init; }

    /// <summary>Whether all goes by mail.</summary>
    public bool Mail { get; init; }

    /// <summary>Whether there is a second tenant.</summary>
    public bool TwoTenants { get; init; }

    /// <summary>Whether the issuer's revocation list is looked at, and a third counterpart is on it.</summary>
    public bool Revocation { get; init; }

    public string Routes { get; init; } = AllRoutes;

    /// <summary>Further settings, as one line of hub.yaml has them.</summary>
    public string Settings { get; init; } = "";

    /// <summary>Keys of enterprises that are to have others than usual, by HER-id of the service.</summary>
    public IReadOnlyDictionary<int, PartyKeys> OtherKeys { get; init; } = new Dictionary<int, PartyKeys>();

    /// <summary>The keys of an enterprise.</summary>
    public PartyKeys KeysOf(CounterpartParty party) => OtherKeys.GetValueOrDefault(party.ServiceHer) ?? NetworkKeys.Of(party);

    /// <summary>When the counterparts send again.</summary>
    public TimeSpan CounterpartResend { get; init; } = TimeSpan.FromSeconds(30);

    private static CounterpartParty Party(int enterprise, int service, string orgnr, string name) => new()
    {
        EnterpriseHer = enterprise,
        ServiceHer = service,
        OrganizationNumber = orgnr,
        EnterpriseName = $"{name} kommune",
        ServiceName = "Digital hjemmeoppfølging",
        Phone = "33171000",
        EdiAddress = $"edi@{name}.test",
    };
}
