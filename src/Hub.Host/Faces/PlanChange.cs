using System.Globalization;
using System.Text;
using Hub.Adapters.Plans;
using Hub.Adapters.Plans.CarePlans;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Fhir.Json;
using Hub.Fhir.Model;

namespace Hub.Host.Faces;

/// <summary>A version as a caller of the FHIR face sends it.</summary>
/// <param name="Sent">The CarePlan as sent.</param>
/// <param name="Reading">The CarePlan in the hub's words.</param>
/// <param name="Reason">Why; null when not said.</param>
/// <param name="Agent">Who, where the Provenance says it.</param>
internal sealed record PlanChange(CarePlan Sent, CarePlanReading Reading, string? Reason, Party? Agent)
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Reads the body and the header X-Provenance (FHIR R4 http.html 3.1.0.1.9).</summary>
    /// <param name="request">The request.</param>
    /// <param name="now">Stands in for a missing time.</param>
    /// <returns>The change, or every fault.</returns>
    public static async Task<Result<PlanChange>> ReadAsync(HttpRequest request, DateTimeOffset now)
    {
        if (MediaTypes.Split(request.ContentType).Type is not (MediaTypes.FhirJson or MediaTypes.Json))
            return IntakeErrors.WrongMediaType.At();
        var body = await RequestBody.ReadAsync(request, MaxBytes, InboundMode.Strict);
        if (!body.IsOk)
            return Result<PlanChange>.Failed(body.Errors);
        var read = FhirJson.Read(body.Value.Span);
        var faults = read.Issues.Where(i => i.Severity == Hub.Fhir.FhirSeverity.Error).Select(i => FhirErrors.NotFhirJson.At(i.Path, i.Text)).ToArray();
        if (faults.Length > 0 || read.Resource is not CarePlan plan)
            return faults.Length > 0 ? Result<PlanChange>.Failed(faults) : PlanErrors.NotAPlan.At("resourceType", "A CarePlan is expected here");
        var reading = CarePlanReader.Read(plan, now);
        if (!reading.IsOk)
            return Result<PlanChange>.Failed(reading.Errors);
        if (reading.Value.LeftOut.Count > 0)
            return Result<PlanChange>.Failed([.. reading.Value.LeftOut.Select(l => PlanErrors.NoPlace.At(l.Path, $"The shared plan has no place for this element: {l.Reason}"))]);
        var provenance = Provenance(request);
        return provenance.IsOk
            ? new PlanChange(plan, reading.Value, provenance.Value.Reason ?? reading.Value.Plan.ReasonForChange, provenance.Value.Agent)
            : Result<PlanChange>.Failed(provenance.Errors);
    }

    /// <summary>The edit that it asks for.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="plan">Id of the shared plan; null for a new one.</param>
    /// <param name="basis">The version that it changes; null for a new one.</param>
    /// <param name="eventId">Id of the request.</param>
    /// <param name="now">The time.</param>
    /// <returns>The edit.</returns>
    public PlanEdit Edit(PlanCaller caller, string? plan, int? basis, string eventId, DateTimeOffset now) => new(
        caller.Origin,
        eventId,
        caller.Who,
        Reading.Patient,
        Reading.Plan with
        {
            PlanId = plan ?? (Reading.Plan.PlanId == Sent.Id ? "" : Reading.Plan.PlanId),
            Version = 0,
            Time = new ClinicalTime(now),
            Author = caller.Author ?? Agent ?? Reading.Plan.Author,
            ReasonForChange = Reason,
            BasedOn = basis is { } number ? string.Create(CultureInfo.InvariantCulture, $"{plan}/{number}") : null,
            Origin = null,
            Corrects = null,
        });

    private static Result<(string? Reason, Party? Agent)> Provenance(HttpRequest request)
    {
        if (request.Headers["X-Provenance"] is not [{ Length: > 0 } header])
            return ((string?)null, (Party?)null);
        if (FhirJson.Read(Encoding.UTF8.GetBytes(header)).Resource is not Provenance provenance)
            return PlanErrors.NotAPlan.At("X-Provenance", "The header is not a Provenance that can be read");
        var reason = provenance.Reason.Select(r => r.Text ?? r.Coding.Select(c => c.Display).FirstOrDefault(d => d is not null)).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));
        var who = provenance.Agent.Select(a => a.Who).FirstOrDefault(w => w is not null);
        return (reason, who is null ? null : CarePlanReader.Author(who));
    }
}
