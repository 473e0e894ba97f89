using System.Globalization;
using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Adapters.Plans.CarePlans;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Identifier = Hub.Fhir.Model.Identifier;

namespace Hub.Adapters.Siemens.Reading;

/// <summary>A CarePlan of the plan app as a version of a self-treatment plan. The app counts versions in meta.versionId and may keep zones and limits as entries beside the plan.</summary>
internal static class PlanReader
{
    /// <summary>Reads a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="entry">Where it stands.</param>
    /// <param name="source">The message.</param>
    /// <param name="findings">Where faults go.</param>
    public static SelfTreatmentPlan? Read(CarePlan plan, FhirEntry entry, FhirSource source, Findings findings)
    {
        var path = entry.ResourcePath;
        if (!int.TryParse(plan.Meta?.VersionId, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1)
            findings.Fail(plan.Meta?.VersionId is null ? IntakeErrors.Missing : IntakeErrors.BadFormat, $"{path}.meta.versionId", "A plan has a version, counted from 1.");
        if ((plan.Meta?.LastUpdated ?? plan.Created) is not { } made)
        {
            findings.Fail(IntakeErrors.Missing, $"{path}.created", "A plan says when it was made, in created or meta.lastUpdated.");
            return null;
        }

        var time = Terms.Time(made);
        if (findings.ClockFault(time.Start) is { } fault)
            findings.Fail(IntakeErrors.ClockOff, plan.Meta?.LastUpdated is null ? $"{path}.created" : $"{path}.meta.lastUpdated", fault);
        var read = CarePlanReader.Read(Whole(plan, source), time.Start);
        foreach (var error in read.Errors ?? [])
            findings.Fail(error with { Path = Placed(error.Path, path) });
        if (!read.IsOk)
            return null;
        foreach (var left in read.Value.LeftOut.Where(l => l.Path != "CarePlan.note"))
            findings.LeaveOut(Placed(left.Path, path)!, left.Reason);
        return read.Value.Plan with
        {
            Time = time,
            ReasonForChange = read.Value.Plan.ReasonForChange ?? Notes(plan),
            Author = Parties.Of(plan.Author, source),
        };
    }

    private static string? Placed(string? path, string entry) => path?.StartsWith("CarePlan", StringComparison.Ordinal) == true ? entry + path["CarePlan".Length..] : path;

    private static string? Notes(CarePlan plan)
    {
        var text = string.Join("\n", plan.Note.Select(n => n.Text).OfType<string>());
        return text.Length == 0 ? null : text;
    }

    // What stands beside the plan in the Bundle is put into it, and the patient named by number, as one who reads a plan by itself needs it.
    private static CarePlan Whole(CarePlan plan, FhirSource source)
    {
        var contained = plan.Contained.ToList();
        Reference Inside(Reference reference)
        {
            if (source.Resolve(reference) is not { Resource: Condition or Goal } entry)
                return reference;
            var id = $"entry-{source.Entries.ToList().IndexOf(entry)}";
            if (contained.TrueForAll(c => c.Id != id))
                contained.Add(entry.Resource with { Id = id });
            return reference with { Target = $"#{id}" };
        }

        var patient = Subjects.Read(plan.Subject, "", source, source.NewFindings());
        var whole = plan with
        {
            Subject = patient is null ? plan.Subject : new Reference { Type = "Patient", Identifier = new Identifier { System = patient.Id.System, Value = patient.Id.Value }, Display = patient.Name },
            Addresses = plan.Addresses.Select(Inside).ToFhirList(),
            Goal = plan.Goal.Select(Inside).ToFhirList(),
            Activity = plan.Activity.Select(a => a.Detail is { } d ? a with { Detail = d with { ReasonReference = d.ReasonReference.Select(Inside).ToFhirList(), Goal = d.Goal.Select(Inside).ToFhirList() } } : a).ToFhirList(),
        };
        return whole with { Contained = contained.Select(c => c is Goal goal ? goal with { Addresses = goal.Addresses.Select(Inside).ToFhirList() } : c).ToFhirList() };
    }
}
