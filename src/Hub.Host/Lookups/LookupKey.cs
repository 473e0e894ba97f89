using System.Globalization;
using Hub.Core.Lookups;

namespace Hub.Host.Lookups;

/// <summary>What makes two questions the same: tenant, partner, patient and every term of the question.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Partner.</param>
/// <param name="Patient">National id, empty where the question is about nobody in particular.</param>
/// <param name="Question">The rest of the question.</param>
internal readonly record struct LookupKey(string Tenant, string Partner, string Patient, string Question)
{
    /// <summary>The key of a question.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="partner">Partner.</param>
    /// <param name="query">The question.</param>
    /// <returns>The key.</returns>
    public static LookupKey Of(string tenant, string partner, LookupQuery query) => query switch
    {
        LookupQuery.PersonaliaOf q => new(tenant, partner, Id(q.Patient), "personalia"),
        LookupQuery.MeasurementsOf q => new(
            tenant, partner, Id(q.Patient), $"measurements|{string.Join(',', q.What.Order(StringComparer.Ordinal))}|{Time(q.From)}|{Time(q.To)}|{q.Last}|{q.Limit}"),
        LookupQuery.AnswersOf q => new(tenant, partner, Id(q.Patient), $"answers|{Time(q.From)}|{Time(q.To)}|{q.Limit}|{q.FormId}"),
        LookupQuery.PlansOf q => new(tenant, partner, Id(q.Patient), q.History ? "plans" : "plan"),
        LookupQuery.EnrolledIn q => new(tenant, partner, "", $"enrolled|{q.Service}"),
        _ => throw new InvalidOperationException($"There is no key for a {query.GetType().Name}."),
    };

    private static string Id(Core.Identities.Identifier patient) => $"{patient.System}|{patient.Value}";

    private static string Time(DateTimeOffset? time) => time?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "";
}
