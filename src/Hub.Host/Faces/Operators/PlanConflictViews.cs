using System.Text.Json;
using Hub.Adapters.Plans;
using Hub.Host.Registers;

namespace Hub.Host.Faces.Operators;

/// <summary>Conflicts of shared plans in JSON: which plan, which systems, since when and of which versions. What they say stands in the difference alone, the patient nowhere.</summary>
internal static class PlanConflictViews
{
    /// <summary>A page.</summary>
    public static void Page(Utf8JsonWriter json, (IReadOnlyList<PlanConflict> Conflicts, int Limit) page)
    {
        json.WriteStartObject();
        json.WriteStartArray("conflicts");
        foreach (var conflict in page.Conflicts)
            Only(json, conflict);
        json.WriteEndArray();
        if (page.Conflicts.Count == page.Limit)
            json.WriteString("next", PlanConflictQuery.Next(page.Conflicts[^1]));
        json.WriteEndObject();
    }

    /// <summary>One.</summary>
    public static void Only(Utf8JsonWriter json, PlanConflict conflict)
    {
        json.WriteStartObject();
        Fields(json, conflict);
        json.WriteEndObject();
    }

    /// <summary>One with the versions of its plan.</summary>
    public static void One(Utf8JsonWriter json, (PlanConflict Conflict, IReadOnlyList<SharedVersion> History) one)
    {
        json.WriteStartObject();
        Fields(json, one.Conflict);
        json.WriteStartArray("versions");
        foreach (var version in one.History)
        {
            json.WriteStartObject();
            json.WriteNumber("version", version.Number);
            json.WriteString("from", version.Edit.Origin);
            json.WriteString("at", version.At);
            json.WriteNumber("basedOn", version.BasedOn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What it says other than the versions.</summary>
    public static void Difference(Utf8JsonWriter json, (PlanConflict Conflict, PlanDifference Difference) one)
    {
        var difference = one.Difference;
        json.WriteStartObject();
        json.WriteString("tenant", one.Conflict.Tenant);
        json.WriteString("id", one.Conflict.Id);
        json.WriteNumber("latest", difference.Latest);
        json.WriteString("difference", difference.ToEdit);
        if (difference.BasedOn is { } basis)
        {
            json.WriteNumber("basedOn", basis);
            json.WriteString("edited", difference.Edited);
            json.WriteString("meanwhile", difference.Meanwhile);
        }

        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, PlanConflict conflict)
    {
        json.WriteString("tenant", conflict.Tenant);
        json.WriteString("id", conflict.Id);
        json.WriteString("plan", conflict.Plan);
        json.WriteString("state", PlanConflictQuery.Word(conflict.Record.State));
        json.WriteString("since", conflict.Edit?.At ?? conflict.Record.At);
        if (conflict.Edit is { } edit)
        {
            json.WriteString("code", edit.Refusal);
            json.WriteString("from", edit.Edit.Origin);
            json.WriteNumber("basedOn", edit.BasedOn);
            json.WriteNumber("against", edit.Number);
        }

        if (conflict.Latest is { } latest)
        {
            json.WriteStartObject("latest");
            json.WriteNumber("version", latest.Number);
            json.WriteString("from", latest.Edit.Origin);
            json.WriteString("at", latest.At);
            json.WriteEndObject();
        }

        if (conflict.IsOpen)
            return;
        json.WriteString("closedAt", conflict.Record.At);
        json.WriteString("by", conflict.Record.Who);
        if (conflict.Edit?.SettledBy is { } settled)
            json.WriteNumber("settledBy", settled);
    }
}
