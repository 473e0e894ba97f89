using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hub.Simulators.Gerica;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Dips;

/// <summary>RPM RecordKeeper: takes alerts as FHIR R4 Bundles and says whether the caller's token is good. What it checks in a Bundle is assumed: the public example has none.</summary>
internal sealed class RecordKeeper(DipsPeople people, EffectLedger ledger, Func<DipsFaults> faults, bool keepBodies)
{
    public Task AnswerAsync(HttpContext http, string path, string client) => (http.Request.Method, path) switch
    {
        ("GET", "/api/v1/utils/AuthCheck") => Replies.WriteAsync(http, 200, new JsonObject { ["authenticated"] = true }, "application/json"),
        ("POST", "/api/v1/rpm-alert/fhir-r4/bundle") => TakeAsync(http, client),
        _ => Replies.RefuseAsync(http, 404, "not-supported", "There is nothing here", faults()),
    };

    private async Task TakeAsync(HttpContext http, string client)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        var bytes = buffer.ToArray();
        var key = http.Request.Headers["X-Request-Id"] is [{ } id] && id.LastIndexOf('-') is > 0 and var cut ? id[..cut] : "";
        var (status, issue, words, patient, document) = Judge(Nodes.Parse(bytes));
        if (status != 200)
        {
            ledger.Refuse(new Refusal(client, "Bundle", key, issue, [words]));
            await Replies.RefuseAsync(http, status, issue, words, faults());
            return;
        }

        var admission = ledger.Admit(client, "Bundle", patient, key.Length > 0 ? key : document, document, Convert.ToHexString(SHA256.HashData(bytes)), keepBodies ? bytes : null);
        if (admission.Kind == AdmissionKind.Conflict)
            await Replies.RefuseAsync(http, 409, "conflict", "Another Bundle has this identifier", faults());
        else if (admission.Kind == AdmissionKind.Repeat)
            await Replies.RefuseAsync(http, 409, "duplicate", "This Bundle has been received before", faults());
        else if (Chance.Hits(faults().LostAnswerRate))
            http.Abort();
        else
            await Replies.WriteAsync(http, 200, null);
    }

    private (int Status, string Issue, string Words, string Patient, string Document) Judge(JsonObject? bundle)
    {
        var odd = faults();
        if (bundle is null || Nodes.Text(bundle, "resourceType") != "Bundle" || Nodes.Text(bundle, "type") != "document" || Nodes.Text(bundle["identifier"], "value") is not { } document)
            return (400, "invalid", "A document Bundle with an identifier is expected", "", "");
        var composition = Nodes.Items(bundle, "entry").Select(e => e["resource"]).FirstOrDefault();
        var identifier = composition?["subject"]?["identifier"];
        if (Nodes.Text(composition, "resourceType") != "Composition" || Nodes.Text(identifier, "value") is not { } national)
            return (422, "invalid", "The Composition names no patient", "", document);
        if (odd.Unknown.Contains(national) || people.Find(national, Nodes.Text(identifier, "system") ?? "") is null)
            return (422, "not-found", "The patient was not found", national, document);
        if (odd.ClosedJournals.Contains(national))
            return (422, "business-rule", "Journalen er lukket for denne pasienten", national, document);
        return odd.WithoutEpisode.Contains(national)
            ? (422, "business-rule", "The patient has no active episode of care", national, document)
            : (200, "", "", national, document);
    }
}
