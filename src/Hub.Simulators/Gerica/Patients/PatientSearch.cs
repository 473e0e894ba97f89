using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Gerica;

/// <summary>Questions to the register: <c>POST /patients/fhir/Patient/_search</c> and <c>/patients/fhir/EpisodeOfCare/_search</c>, the national id in the body.</summary>
internal sealed class PatientSearch(PatientRegister register)
{
    private const int PageSize = 50;

    /// <summary>Whether an address is one of these.</summary>
    public static bool Is(string method, string path) =>
        HttpMethods.IsPost(method) && path is "/patients/fhir/Patient/_search" or "/patients/fhir/EpisodeOfCare/_search";

    public async Task AnswerAsync(HttpContext http, string path, FaultPlan plan)
    {
        if (!http.Request.HasFormContentType)
        {
            await Answers.RefuseAsync(http, 400, "invalid");
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        register.Count();
        if (path.Contains("/Patient/", StringComparison.Ordinal))
            await PersonAsync(http, form["identifier"].ToString(), plan);
        else
            await EnrolledAsync(http, form);
    }

    private async Task PersonAsync(HttpContext http, string identifier, FaultPlan plan)
    {
        var number = identifier[(identifier.IndexOf('|') + 1)..];
        if (plan.RejectPatients.Contains(number))
            await Answers.RefuseAsync(http, 422, plan.RejectCode);
        else
            await WriteAsync(http, register.Find(number) is { } patient ? [patient] : [], null, null);
    }

    private Task EnrolledAsync(HttpContext http, IFormCollection form)
    {
        var service = form["type"].ToString();
        var start = int.TryParse(form["_cursor"], out var at) ? at : 0;
        var all = register.All.Where(p => service.Length == 0 ? p.Services.Count > 0 : p.Services.ContainsKey(service)).ToList();
        var next = start + PageSize < all.Count ? start + PageSize : (int?)null;
        return WriteAsync(http, [.. all.Skip(start).Take(PageSize)], all.Count, next is { } cursor ? $"patients/fhir/EpisodeOfCare/_search?_cursor={cursor}" : null);
    }

    private static Task WriteAsync(HttpContext http, IReadOnlyList<RegisteredPatient> patients, int? total, string? next)
    {
        var entries = new List<BundleEntry>();
        foreach (var patient in patients)
        {
            var person = PatientResources.Person(patient);
            entries.Add(new BundleEntry { FullUrl = $"http://{http.Request.Host}/patients/fhir/Patient/{person.Id}", Resource = person, Search = new BundleEntrySearch { Mode = SearchEntryMode.Match } });
            entries.AddRange(patient.Services.Select(s => new BundleEntry
            {
                FullUrl = $"http://{http.Request.Host}/patients/fhir/EpisodeOfCare/{person.Id}-{s.Key}",
                Resource = PatientResources.Service(patient, s.Key, s.Value),
                Search = new BundleEntrySearch { Mode = SearchEntryMode.Include },
            }));
        }

        var page = new Bundle
        {
            Type = BundleType.Searchset,
            Total = total ?? patients.Count,
            Link = next is null ? [] : [new BundleLink { Relation = "next", Url = next }],
            Entry = entries.ToFhirList(),
        };
        return Answers.WriteAsync(http, 200, FhirJson.ToBytes(page), null, false);
    }
}
