using System.Globalization;
using Hub.Simulators.Dignio;

namespace Hub.Host.Demo;

/// <summary>What a vendor reads first: addresses, keys, and calls that work as they stand.</summary>
internal static class SandboxGuide
{
    /// <summary>The text.</summary>
    /// <param name="place">The running sandbox.</param>
    /// <param name="now">Time for the examples.</param>
    /// <returns>Several lines.</returns>
    public static string Text(DemoHub place, DateTimeOffset now)
    {
        var tenant = place.Tenants[0];
        var patient = SyntheticPerson.Make(1, 1)[0].NationalId;
        var at = now.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);
        var network = place.Tenants[DemoHub.OnNetwork].Network!;
        var post = $"""curl -si {tenant.Webhook(place.Url).Url} -H "Authorization: Bearer {tenant.Key}" -H "Content-Type: application/json" -d""";
        var look = $"""curl -s -H "Authorization: Bearer {place.OperatorKey}" """;
        return $$$"""
            Sandbox of the hub. Everyone in it is made up; nothing is kept after Ctrl-C.

              hub                {{{place.Url}}}   (OpenAPI: {{{place.Url}}}openapi/v1.json)
            {{{string.Join('\n', place.Tenants.Select(Systems))}}}
            {{{string.Join('\n', network.Counterparts.Select(Counterpart))}}}
              operator's key     {{{place.OperatorKey}}}
              console            {{{place.Url}}}console/   (log in with the operator's key)
              files and log      {{{place.Directory}}}

            Send a measurement (202 = stored; the same again = 200, and nothing is stored twice):
              {{{post}}} '{"eventId":"try-1","type":"measurement","patient":{"nationalId":"{{{patient}}}"},"occurredAt":"{{{at}}}","triage":"green","measurement":{"kind":"oxygen-saturation","value":96,"unit":"%"}}'

            Send one with a fault (the answer names the field and the rule):
              {{{post}}} '{"eventId":"try-2","type":"measurement","patient":{"nationalId":"{{{patient}}}"},"occurredAt":"{{{at}}}","measurement":{"kind":"oxygen-saturation","value":"96,5","unit":"kPa"}}'

            Send a note on a closed alert (yellow and red ones go to the journal):
              {{{post}}} '{"eventId":"try-3","type":"note","patient":{"nationalId":"{{{patient}}}"},"occurredAt":"{{{at}}}","triage":"yellow","note":{"category":"alert-closed","alertId":"a-1","title":"Oppfølging","text":"Ringte pasienten, som er i bedring.","author":{"role":"practitioner","name":"Kari Modellnes"} }}'

            See where the messages are and why, and the ledger:
              {{{look}}}'{{{place.Url}}}ops/v1/messages?limit=5'
              {{{look}}}{{{place.Url}}}ops/v1/ledger

            See what took effect in the journal of {{{tenant.Name}}}:
              curl -s {{{tenant.Journal.Url}}}_sim/ledger
              curl -s {{{tenant.Journal.Url}}}_sim/effects

            Let the hospital on the message network of {{{network.Tenant}}} admit and discharge a patient (signed, encrypted ebXML), and see what it and the GP sent and took:
              curl -s {{{network.Hospital.Url}}}_sim/letters -d '{"letter":"admitted","nationalId":"{{{patient}}}","name":"Synne Testlien"}'
              curl -s {{{network.Hospital.Url}}}_sim/letters -d '{"letter":"discharge-report","nationalId":"{{{patient}}}","name":"Synne Testlien"}'
              curl -s {{{network.Hospital.Url}}}_sim/sent
              curl -s {{{network.Gp.Url}}}_sim/ledger

            Let the hospital lose a third of everything, mend it:
              curl -s {{{network.Hospital.Url}}}_sim/faults -d '{"cutRate":0.3,"loseOutgoingRate":0.3}'
              curl -s {{{network.Hospital.Url}}}_sim/faults -d '{}'

            Break the journal of {{{tenant.Name}}} for twenty seconds, let it lose answers, mend it:
              curl -s {{{tenant.Journal.Url}}}_sim/faults -d '{"down":"unavailable","seconds":20}'
              curl -s {{{tenant.Journal.Url}}}_sim/faults -d '{"lostAnswerRate":0.5,"slowMedianMs":200}'
              curl -s {{{tenant.Journal.Url}}}_sim/faults -d '{}'
            """;

        string Counterpart((string Name, Hub.Simulators.Messaging.CounterpartServer Server) c) =>
            $"  {network.Tenant,-18} {c.Name} {c.Server.Url}   HER-id {c.Server.Party.EnterpriseHer}/{c.Server.Party.ServiceHer}, the tenant's own {DemoNetwork.Own.EnterpriseHer}/{DemoNetwork.Own.ServiceHer} at {place.Url}ebxml/{network.Tenant}\n"
            + $"  {"",-18} keys and register in {Path.Combine(place.Directory, "config")}";

        string Systems(DemoTenant t) =>
            $"  {t.Name,-18} webhook {t.Webhook(place.Url).Url}   key {t.Key}\n  {"",-18} journal {t.Journal.Url}";
    }
}
