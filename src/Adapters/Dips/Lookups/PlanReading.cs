using System.Text.Json;
using Hub.Adapters.Plans.CarePlans;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Fhir.Json;
using Hub.Fhir.Model;

namespace Hub.Adapters.Dips.Lookups;

/// <summary>Reads CarePlans as self-treatment plans.</summary>
internal static class PlanReading
{
    /// <summary>The plans, the newest version first; only the current one unless the history was asked for.</summary>
    public static Result<LookupAnswer> Read(IReadOnlyList<JsonElement> plans, bool complete, string patientId, LookupQuery.PlansOf of, DateTimeOffset now)
    {
        var findings = new List<LookupFinding>();
        foreach (var plan in plans)
        {
            if (!MeasurementReading.IsAbout(plan, patientId, of.Patient))
                return LookupErrors.Unreadable.At("CarePlan.subject", "The answer is about somebody else; nothing of it was used");
            if (FhirJson.Read(MeasurementReading.Named(plan, of.Patient).ToJsonString(), FhirReadMode.Lenient).Resource is CarePlan read && CarePlanReader.Read(read, now) is { IsOk: true, Value: var reading })
                findings.Add(new LookupFinding($"{DipsJson.Text(plan, "id")}/{reading.Plan.Version}", reading.Patient, reading.Plan));
            else
                complete = false;
        }

        var versions = findings.DistinctBy(f => f.SourceId).OrderByDescending(f => ((SelfTreatmentPlan)f.Content).Version).ThenByDescending(f => ((SelfTreatmentPlan)f.Content).Time.Start).ToArray();
        return new LookupAnswer(of.History ? versions : [.. versions.Take(1)], complete);
    }
}
