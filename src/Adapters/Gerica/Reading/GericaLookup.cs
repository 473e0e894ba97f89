using System.Text;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Fhir.Json;
using Hub.Fhir.Model;

namespace Hub.Adapters.Gerica.Reading;

/// <summary>Asks a Gerica-like journal who somebody is and who has a service. National ids stand in the body, never in an address.</summary>
public sealed class GericaLookup : ILookup
{
    private const int MostPages = 100;
    private readonly GericaConnection _connection;
    private readonly Uri _root;
    private readonly TimeProvider _time;

    /// <summary>A way to ask.</summary>
    /// <param name="partner">The journal; its url is set.</param>
    /// <param name="context">Clock and secrets.</param>
    public GericaLookup(PartnerConfig partner, SenderContext context) => (_connection, _root, _time) = (new GericaConnection(partner, context), partner.Url!, context.Time);

    /// <inheritdoc/>
    public async Task<Result<LookupAnswer>> AskAsync(LookupQuery query, CancellationToken cancel) => query switch
    {
        LookupQuery.PersonaliaOf q => await PersonaliaAsync(q.Patient, cancel),
        LookupQuery.EnrolledIn q => await EnrolledAsync(q.Service, cancel),
        _ => LookupErrors.NobodyToAsk.At(),
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Result<LookupAnswer>> PersonaliaAsync(Core.Identities.Identifier patient, CancellationToken cancel)
    {
        var page = await SearchAsync("patients/fhir/Patient/_search", [new("identifier", $"{patient.System}|{patient.Value}"), new("_revinclude", "EpisodeOfCare:patient")], cancel);
        if (!page.IsOk)
            return Result<LookupAnswer>.Failed(page.Errors);
        var found = FindingsOf(page.Value);
        // An answer about somebody else must never be shown as this patient's.
        return found.All(f => f.Patient.Id.Value == patient.Value)
            ? new LookupAnswer(found, true)
            : LookupErrors.Unreadable.At(detail: "The journal answered about another patient than was asked for");
    }

    private async Task<Result<LookupAnswer>> EnrolledAsync(string? service, CancellationToken cancel)
    {
        var found = new List<LookupFinding>();
        string? cursor = null;
        for (var no = 0; no < MostPages; no++)
        {
            var form = new List<KeyValuePair<string, string>> { new("status", "active"), new("_include", "EpisodeOfCare:patient") };
            if (service is not null)
                form.Add(new("type", service));
            if (cursor is not null)
                form.Add(new("_cursor", cursor));
            var page = await SearchAsync("patients/fhir/EpisodeOfCare/_search", form, cancel);
            if (!page.IsOk)
                return no == 0 ? Result<LookupAnswer>.Failed(page.Errors) : new LookupAnswer(found, false);
            found.AddRange(FindingsOf(page.Value));
            if (GericaPage.Next(page.Value) is not { } next)
                return new LookupAnswer(found, true);
            cursor = next;
        }

        return new LookupAnswer(found, false);
    }

    private async Task<Result<Bundle>> SearchAsync(string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel)
    {
        var body = Encoding.ASCII.GetBytes(string.Join('&', form.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}")));
        var reply = await _connection.CallAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, BaseAddress.Join(_root, path)) { Content = new ByteArrayContent(body) };
                request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
                return request;
            },
            cancel);
        if (LookupFault.Of(reply, cancel) is { } fault)
            return fault;
        var read = FhirJson.Read(reply.Body.Span, FhirReadMode.Lenient);
        return read.Resource is Bundle { Type: BundleType.Searchset } bundle && read.Issues.Count == 0
            ? bundle
            : LookupErrors.Unreadable.At(read.Issues is [var first, ..] ? first.Path : null, "A searchset Bundle is expected from the journal");
    }

    private List<LookupFinding> FindingsOf(Bundle page)
    {
        var episodes = page.Entry.Select(e => e.Resource).OfType<EpisodeOfCare>().ToList();
        var found = new List<LookupFinding>();
        foreach (var entry in page.Entry)
        {
            if (entry.Resource is not Fhir.Model.Patient patient || PersonaliaReader.Who(patient) is not { } who)
                continue;
            var own = episodes.Where(e => e.Patient?.Identifier?.Value == who.Id.Value || (e.Patient?.Target is { } target && GericaPage.Names(target, entry)));
            found.Add(new LookupFinding(patient.Id is { } id ? $"Patient/{id}" : "Patient", who, PersonaliaReader.Read(patient, own, _time.GetUtcNow())) { Updated = patient.Meta?.LastUpdated?.Instant });
        }

        return found;
    }
}
