using System.Text.Json;

namespace Hub.Simulators.Gerica;

/// <summary>What the journal asks of a CarePlan.</summary>
internal static class PlanCheck
{
    public static string? Check(JsonElement plan, string id, List<Complaint> complaints)
    {
        if (!plan.Is("resourceType", "CarePlan"))
            complaints.Add(new("CarePlan.resourceType", "is not CarePlan"));
        if (!plan.Is("id", id))
            complaints.Add(new("CarePlan.id", "is not the id of the address"));
        if (plan.Text("status") is not { Length: > 0 })
            complaints.Add(new("CarePlan.status", "is missing"));
        if (plan.Text("intent") is not { Length: > 0 })
            complaints.Add(new("CarePlan.intent", "is missing"));
        if (!plan.Items("category").Any(c => c.Items("coding").Any(k => k.Is("code", "2"))))
            complaints.Add(new("CarePlan.category", "does not say that it is a self-treatment plan (code 2)"));
        return SubjectCheck.Find(plan, "CarePlan", null, complaints);
    }
}
