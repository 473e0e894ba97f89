using System.Globalization;
using Hub.Adapters.Json;
using Hub.Adapters.Profil.Exchange;
using Hub.Adapters.Profil.Sending;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.Profil.Reading;

/// <summary>Asks a Profil-like journal who somebody is, who has a service, and which plan is in force.</summary>
/// <param name="connection">The way to the journal; disposed with this.</param>
/// <param name="environment">Which national ids are taken.</param>
public sealed class ProfilLookup(ProfilConnection connection, TenantEnvironment environment) : ILookup
{
    private const int MostPages = 100;

    /// <inheritdoc/>
    public async Task<Result<LookupAnswer>> AskAsync(LookupQuery query, CancellationToken cancel) => query switch
    {
        LookupQuery.PersonaliaOf q => await PersonaliaAsync(q.Patient, cancel),
        LookupQuery.EnrolledIn q => await EnrolledAsync(q.Service, cancel),
        LookupQuery.PlansOf q => await PlansAsync(q, cancel),
        _ => LookupErrors.NobodyToAsk.At(),
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Result<LookupAnswer>> PersonaliaAsync(Identifier patient, CancellationToken cancel)
    {
        var search = new System.Xml.Linq.XElement(ProfilXml.Space + "sok", new System.Xml.Linq.XElement(ProfilXml.Space + "fodselsnummer", patient.Value));
        var reply = await connection.CallAsync(HttpMethod.Post, "brukere/sok", search, cancel);
        if (ProfilAnswer.Fault(reply, connection.Options) is { } fault)
            return LookupFault.Of(fault);
        var card = Card(reply.Body!, "/brukerkort");
        if (!card.IsOk)
            return Result<LookupAnswer>.Failed(card.Errors);
        // An answer about somebody else must never be shown as this patient's.
        return card.Value.Patient.Id == patient ? new LookupAnswer([card.Value], true) : LookupErrors.Unreadable.At(detail: "The journal answered about another patient than was asked for");
    }

    private async Task<Result<LookupAnswer>> EnrolledAsync(string? service, CancellationToken cancel)
    {
        var found = new List<LookupFinding>();
        for (var page = 1; page <= MostPages; page++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"brukere?tjeneste={Uri.EscapeDataString(service ?? "")}&side={page}");
            var reply = await connection.CallAsync(HttpMethod.Get, path, null, cancel);
            if (ProfilAnswer.Fault(reply, connection.Options) is { } fault)
                return page == 1 ? LookupFault.Of(fault) : new LookupAnswer(found, false);
            var cards = reply.Body!.Elements(ProfilXml.Space + "brukerkort").Select((c, i) => Card(c, string.Create(CultureInfo.InvariantCulture, $"/brukere/brukerkort[{i + 1}]"))).ToArray();
            if (cards.FirstOrDefault(c => !c.IsOk) is { Errors.Count: > 0 } bad)
                return Result<LookupAnswer>.Failed(bad.Errors);
            found.AddRange(cards.Select(c => c.Value));
            if (reply.Body!.Attribute("flere")?.Value is not ("true" or "1"))
                return new LookupAnswer(found, true);
        }

        return new LookupAnswer(found, false);
    }

    private async Task<Result<LookupAnswer>> PlansAsync(LookupQuery.PlansOf query, CancellationToken cancel)
    {
        var (user, unknown) = await Measures.UserAsync(connection, query.Patient.Value, cancel);
        if (user is null)
            return LookupFault.Of(unknown!);
        var (measure, failed) = await Measures.FindAsync(connection, user, cancel);
        if (measure is null)
            return failed is null ? new LookupAnswer([], true) : LookupFault.Of(failed);
        var reply = await connection.CallAsync(HttpMethod.Get, $"tiltak/{measure}/planer?alle={(query.History ? "true" : "false")}", null, cancel);
        if (ProfilAnswer.Fault(reply, connection.Options) is { } fault)
            return LookupFault.Of(fault);
        var findings = Lenient();
        var plans = reply.Body!.Elements(ProfilXml.Space + "plan").Select((p, i) => PlanReader.Read(new XmlNode(p, string.Create(CultureInfo.InvariantCulture, $"/planer/plan[{i + 1}]"), findings))).OfType<SelfTreatmentPlan>().ToArray();
        return findings.Errors.Count > 0
            ? LookupErrors.Unreadable.At(findings.Errors[0].Path, $"The journal's plan cannot be read: {findings.Errors[0].Code}")
            : new LookupAnswer([.. plans.OrderByDescending(p => p.Version).Select(p => new LookupFinding($"{p.PlanId}/{p.Version}", new Patient(query.Patient, null, []), p) { Updated = p.Time.Start })], true);
    }

    private Result<LookupFinding> Card(System.Xml.Linq.XElement element, string path)
    {
        var findings = Lenient();
        var read = element.Name == ProfilXml.Space + "brukerkort" ? CardReader.Read(new XmlNode(element, path, findings), null) : null;
        return read is not { } card || findings.Errors.Count > 0
            ? LookupErrors.Unreadable.At(path, findings.Errors is [var first, ..] ? $"The journal's answer cannot be read: {first.Code} at {first.Path}" : null)
            : new LookupFinding(card.Patient.OtherIds is [var number, ..] ? $"bruker/{number.Value}" : "bruker", card.Patient, card.Personalia) { Updated = card.Personalia.Time.Start };
    }

    // What a journal tells beyond the form is no reason to tell the asker nothing.
    private Findings Lenient() => new(new InboundMessage(default, "", default, new PartnerConfig("", "", "") { Inbound = new InboundConfig([]) { Mode = InboundMode.Lenient } }, environment));
}
