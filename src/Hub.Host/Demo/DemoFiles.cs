using Hub.Host.Security;

namespace Hub.Host.Demo;

/// <summary>Writes the configuration of the demo: ordinary files, as an installation has them.</summary>
internal static class DemoFiles
{
    /// <summary>Writes hub.yaml, the tenant files and the secrets.</summary>
    /// <param name="directory">Configuration directory; made when missing.</param>
    /// <param name="tenants">The tenants.</param>
    /// <param name="operatorKey">Key of the operator.</param>
    public static void Write(string directory, IReadOnlyList<DemoTenant> tenants, string operatorKey)
    {
        Directory.CreateDirectory(Path.Combine(directory, "tenants"));
        Directory.CreateDirectory(Path.Combine(directory, "secrets"));
        File.WriteAllText(Path.Combine(directory, "hub.yaml"), Hub(operatorKey));
        foreach (var tenant in tenants)
        {
            File.WriteAllText(Path.Combine(directory, "tenants", $"{tenant.Name}.yaml"), Tenant(tenant));
            File.WriteAllText(Path.Combine(directory, "secrets", tenant.Name), tenant.Secret);
            tenant.Network?.Write(directory);
        }
    }

    private static string Hub(string operatorKey) => $$"""
        operators:
          - name: demo
            key: "{{KeyHash.Of(operatorKey)}}"

        """;

    // Times are short so that a demo of some seconds shows what takes minutes and hours in production.
    private static string Tenant(DemoTenant tenant) => $$"""
        tenant: {{tenant.Name}}
        environment: test                       # synthetic people only
        organization: { orgnr: "{{tenant.Orgnr}}", name: {{tenant.Title}}{{(tenant.Network is null ? "" : $", her: {DemoNetwork.Own.EnterpriseHer}")}} }
        {{(tenant.Network is null ? "" : NetworkFiles.Messaging())}}
        partners:
          dignio:
            adapter: dignio
        {{(tenant.Network is { } own ? $"    url: {own.Vendor.Url}" : "    # no url: nothing is sent to the vendor")}}
            inbound:
              keys: ["{{KeyHash.Of(tenant.Key)}}"]
              rate: 0
          gerica:
            adapter: gerica
            url: {{tenant.Journal.Url}}
            auth: { kind: clientCredentials, clientId: {{tenant.ClientId}}, secret: "file:secrets/{{tenant.Name}}" }
            timeout: 3s
            window: 8
            drainRate: 200
            breaker: { failures: 3, probe: 250ms, maxProbe: 1s }
        {{(tenant.Network is { } network ? NetworkFiles.Partners(network) : "")}}
        routes:
          - { name: measurements-to-lab, from: dignio, content: measurement, to: gerica, as: fhir.observation, retry: { schedule: fast } }
          - { name: alerts-to-journal, from: dignio, content: alert, when: { triage: [yellow, red] }, to: gerica, as: journal.alert, retry: { schedule: fast } }
          - { name: notes-to-journal, from: dignio, content: note, to: gerica, as: journal.note, retry: { schedule: fast } }           # yellow and red, as the pilots do
          - { name: chat-to-journal, from: dignio, content: chat, to: gerica, as: journal.chat, retry: { schedule: fast } }
          - { name: forms-to-journal, from: dignio, content: questionnaire, to: gerica, as: journal.questionnaire, retry: { schedule: fast } }
          - { name: plans-to-journal, from: dignio, content: plan, to: gerica, as: fhir.careplan, retry: { schedule: fast } }
        {{(tenant.Network is null ? "" : NetworkFiles.Routes())}}
        """;
}
