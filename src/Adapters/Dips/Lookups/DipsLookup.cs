using System.Text.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.Dips.Lookups;

/// <summary>Asks one DIPS installation about a patient. What it answers is held against what was asked: findings about anybody else are an unreadable answer.</summary>
internal sealed class DipsLookup : ILookup
{
    private readonly DipsConnection _connection;
    private readonly DipsPatients _patients;
    private readonly MeasurementReading _measurements;
    private readonly SenderContext _context;

    public DipsLookup(PartnerConfig partner, SenderContext context)
    {
        _connection = new DipsConnection(partner, context);
        _patients = new DipsPatients(_connection, context.Time);
        _measurements = new MeasurementReading(partner, context);
        _context = context;
    }

    /// <inheritdoc/>
    public async Task<Result<LookupAnswer>> AskAsync(LookupQuery query, CancellationToken cancel)
    {
        if (await _connection.CheckVersionAsync(cancel) is { } version)
            return DipsPage.Fault(version.Error);
        return query switch
        {
            LookupQuery.PersonaliaOf of => await PersonaliaAsync(of.Patient, cancel),
            LookupQuery.MeasurementsOf of => await MeasurementsAsync(of, cancel),
            LookupQuery.PlansOf of => await PlansAsync(of, cancel),
            LookupQuery.EnrolledIn of => await EnrolledAsync(of, cancel),
            _ => LookupErrors.NobodyToAsk.At(),
        };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Result<LookupAnswer>> PersonaliaAsync(Identifier patient, CancellationToken cancel)
    {
        var answer = await _connection.SearchAsync("Patient", [new("identifier", $"{patient.System}|{patient.Value}")], cancel);
        var (found, _, fault) = DipsPage.Read(answer, "Patient");
        if (fault is not null)
            return fault;
        var same = found.Where(p => DipsJson.Identifier(p, patient.System)?.Trim() == patient.Value).ToArray();
        if (same is not [var one])
            return same.Length > 1 || found.Count > 0 ? LookupErrors.Unreadable.At("Patient", "The journal answers with another patient, or with several") : LookupErrors.PatientUnknown.At();
        var (episodes, complete, episodeFault) = await EpisodesAsync(DipsJson.Text(one, "id") ?? "", cancel);
        // Who the patient is can be told without the services; that they are missing is said.
        return new LookupAnswer([PersonaliaReader.Read(one, episodes, _context.Time.GetUtcNow())], complete && episodeFault is null);
    }

    // The search takes the number of the patient's id without its letters.
    private Task<(IReadOnlyList<JsonElement> Resources, bool Complete, HubError? Fault)> EpisodesAsync(string patientId, CancellationToken cancel) =>
        DipsPages.ReadAsync(_connection, "EpisodeOfCare", [new("patient", patientId.TrimStart("abcdefghijklmnopqrstuvwxyz".ToCharArray()))], 100, cancel);

    private async Task<Result<LookupAnswer>> MeasurementsAsync(LookupQuery.MeasurementsOf of, CancellationToken cancel)
    {
        var (id, failure) = await _patients.FindAsync(of.Patient.System, of.Patient.Value, cancel);
        if (id is null)
            return DipsPage.Fault(failure!.Error);
        var (found, complete, fault) = await DipsPages.ReadAsync(_connection, "Observation", MeasurementReading.Parameters(of), 6000, cancel);
        return fault is null ? _measurements.Read(found, complete, id, of) : fault;
    }

    private async Task<Result<LookupAnswer>> PlansAsync(LookupQuery.PlansOf of, CancellationToken cancel)
    {
        var (id, failure) = await _patients.FindAsync(of.Patient.System, of.Patient.Value, cancel);
        if (id is null)
            return DipsPage.Fault(failure!.Error);
        var (found, complete, fault) = await DipsPages.ReadAsync(_connection, "CarePlan", [new("patient.identifier", $"{of.Patient.System}|{of.Patient.Value}")], 500, cancel);
        if (fault is not null)
            return fault;
        var plans = found.ToList();
        if (of.History)
        {
            foreach (var plan in found.Where(p => DipsJson.Text(p, "id") is not null))
            {
                var answer = await _connection.FhirAsync(HttpMethod.Get, $"CarePlan/{Uri.EscapeDataString(DipsJson.Text(plan, "id")!)}/_history", null, [], cancel);
                var (versions, _, historyFault) = DipsPage.Read(answer, "CarePlan");
                complete &= historyFault is null;
                plans.AddRange(versions);
            }
        }

        return PlanReading.Read(plans, complete, id, of, _context.Time.GetUtcNow());
    }

    private async Task<Result<LookupAnswer>> EnrolledAsync(LookupQuery.EnrolledIn of, CancellationToken cancel)
    {
        if (of.Service is not (null or PersonaliaReader.HomeFollowUp))
            return new LookupAnswer([], true);
        var (episodes, complete, fault) = await DipsPages.ReadAsync(_connection, "EpisodeOfCare", [new("status", "active")], 2000, cancel);
        if (fault is not null)
            return fault;
        var findings = new List<LookupFinding>();
        foreach (var group in episodes.GroupBy(e => DipsJson.Text(DipsJson.Member(e, "patient"), "reference")?.Split('/')[^1] ?? ""))
        {
            var answer = group.Key.Length == 0 ? null : await _connection.FhirAsync(HttpMethod.Get, $"Patient/{Uri.EscapeDataString(group.Key)}", null, [], cancel);
            using var patient = answer is { Failure: null, Status: 200, Whole: true } ? DipsJson.Parse(answer.Body) : null;
            if (patient is null || PersonaliaReader.NationalId(patient.RootElement) is null)
                complete = false;
            else
                findings.Add(PersonaliaReader.Read(patient.RootElement, [.. group], _context.Time.GetUtcNow()));
        }

        return new LookupAnswer(findings, complete);
    }
}
