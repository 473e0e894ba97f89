using System.Globalization;

namespace Hub.Host.Demo;

/// <summary>What the tenant file of the demo says about the message network.</summary>
internal static class NetworkFiles
{
    /// <summary>The section <c>messaging</c>.</summary>
    public static string Messaging() => $$"""

        messaging:                              # made-up keys and register, written beside this file
          her: {{Number(DemoNetwork.Own.ServiceHer)}}
          name: {{DemoNetwork.Own.ServiceName}}
          phone: "{{DemoNetwork.Own.Phone}}"
          mail: {{DemoNetwork.Own.EdiAddress}}
          signing: { certificate: secrets/messaging/sign.pem, key: "file:secrets/messaging/sign.key" }
          decryption: [{ certificate: secrets/messaging/open.pem, key: "file:secrets/messaging/open.key" }]
          register: register
          trust: trust
          revocation: crl

        """;

    /// <summary>The counterparts as partners.</summary>
    /// <param name="network">The network.</param>
    public static string Partners(DemoNetwork network) => string.Concat(network.Counterparts.Select(c => $$"""
          {{c.Name}}:
            adapter: ebxml
            her: { enterprise: {{Number(c.Server.Party.EnterpriseHer)}}, service: {{Number(c.Server.Party.ServiceHer)}} }
            url: {{c.Server.Url}}
            inbound: { auth: signature, content: [clinical], rate: 0 }
            options: { resendAfter: 1s, resends: 20, name: "{{c.Server.Party.ServiceName}}" }
            timeout: 3s
            breaker: { failures: 3, probe: 250ms, maxProbe: 1s }

        """));

    /// <summary>The routes to and from them.</summary>
    public static string Routes() => $$"""
          - { name: plans-to-gp, from: dignio, content: plan, to: {{DemoNetwork.GpName}}, as: dialog.helsefaglig, retry: { schedule: fast } }
          - { name: red-alerts-to-gp, from: dignio, content: alert, when: { triage: [red] }, to: {{DemoNetwork.GpName}}, as: plo.helseopplysninger-lege, retry: { schedule: fast } }
          - { name: hospital-to-journal, from: {{DemoNetwork.HospitalName}}, content: clinical, to: gerica, as: journal.clinical, retry: { schedule: fast } }
          - { name: stays-to-vendor, from: {{DemoNetwork.HospitalName}}, content: clinical, when: { category: [LOG_INNLAGT, LOG_UTSKREVET] }, to: dignio, as: dho.followup, retry: { schedule: fast } }   # follow-up pauses and goes on
          - { name: gp-to-journal, from: {{DemoNetwork.GpName}}, content: clinical, to: gerica, as: journal.clinical, retry: { schedule: fast } }

        """;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
