using System.Globalization;
using System.Text;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Siemens.Lookups;

/// <summary>A question as a FHIR search: <c>POST {type}/_search</c> with the parameters in the body, since addresses are logged and a national id must not be in one.</summary>
/// <param name="Path">Path under the vendor's address.</param>
/// <param name="Body">The form.</param>
internal sealed record SearchCall(string Path, byte[] Body)
{
    private const int LargestPage = 200;

    /// <summary>The searches that answer a question; empty when the vendor has nothing of the kind.</summary>
    /// <param name="query">The question.</param>
    public static IReadOnlyList<SearchCall> For(LookupQuery query) => query switch
    {
        // The newest few of each kind: one search for each, so that a kind measured every hour does not crowd out one measured every week.
        LookupQuery.MeasurementsOf { Last: { } last, What.Count: > 0 } q => [.. q.What.Select(w => Observations(q, [w], last)).OfType<SearchCall>()],
        LookupQuery.MeasurementsOf q => Observations(q, q.What, q.Limit) is { } one ? [one] : [],
        LookupQuery.AnswersOf q => [Of("QuestionnaireResponse", q.Patient, q.Limit, [.. Dates("authored", q.From, q.To), .. q.FormId is { } form ? new[] { ("questionnaire", form) } : [], ("_sort", "-authored"), ("_include", "QuestionnaireResponse:subject")])],
        LookupQuery.PlansOf q => [Of("CarePlan", q.Patient, LargestPage, [("category", $"{CodeSystems.VkpCarePlanCategory}|{VkpCarePlanCategories.SelfTreatment}"), ("_sort", "-_lastUpdated"), ("_include", "CarePlan:subject")])],
        _ => [],
    };

    private static SearchCall? Observations(LookupQuery.MeasurementsOf query, IReadOnlyList<string> kinds, int limit)
    {
        var codes = kinds.Select(Measurements.Find).OfType<MeasurementTerms>().SelectMany(CodesOf).ToList();
        if (kinds.Count > 0 && codes.Count == 0)
            return null;
        return Of("Observation", query.Patient, limit,
        [
            .. codes.Count > 0 ? new[] { ("code", string.Join(',', codes)) } : [], .. Dates("date", query.From, query.To),
            ("_sort", "-date"), ("_include", "Observation:subject"), ("_include", "Observation:device"),
        ]);
    }

    private static IEnumerable<string> CodesOf(MeasurementTerms terms) =>
        terms.Loinc.Concat(terms.OtherLoinc).Select(c => $"{CodeSystems.Loinc}|{c}").Concat(terms.Mdc.Select(c => $"{CodeSystems.Mdc}|{c}"))
            .Concat(terms.Snomed is { } snomed ? [$"{CodeSystems.Snomed}|{snomed}"] : []).Concat(terms.Nlk.Select(c => $"{CodeSystems.Nlk}|{c}"));

    private static IEnumerable<(string, string)> Dates(string name, DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from is { } begin)
            yield return (name, $"ge{Text(begin)}");
        if (to is { } end)
            yield return (name, $"lt{Text(end)}");
    }

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static SearchCall Of(string type, Identifier patient, int limit, IEnumerable<(string Name, string Value)> parameters)
    {
        var all = parameters.Prepend(("patient.identifier", $"{patient.System}|{patient.Value}")).Append(("_count", Math.Clamp(limit, 1, LargestPage).ToString(CultureInfo.InvariantCulture)));
        return new SearchCall($"{type}/_search", Encoding.UTF8.GetBytes(string.Join('&', all.Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2)}"))));
    }
}
