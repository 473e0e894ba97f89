using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Hub.Simulators.Gerica;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Profil;

/// <summary>The HTTP face: which address does what, and which fault strikes where.</summary>
internal sealed class ProfilFace(SessionDesk sessions, UserDesk users, FilingDesk filing, ProfilLedger ledger, ProfilServerOptions options, Func<ProfilFaults> faults, TimeProvider time)
{
    private const string Page = "<!DOCTYPE html><html lang=\"no\"><head><title>Vedlikehold</title></head><body><h1>Vi er straks tilbake</h1><p>Systemet er nede for planlagt vedlikehold.</p></body></html>";
    private int _loseNext;

    /// <summary>Cuts the connection of the next so many entries after they are filed.</summary>
    public void LoseNext(int answers) => Volatile.Write(ref _loseNext, answers);

    public async Task AnswerAsync(HttpContext http)
    {
        var plan = faults();
        if (plan.SlowMs > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(plan.SlowMs), time, http.RequestAborted);
        if (plan.Refuses)
        {
            http.Abort();
            return;
        }

        if (plan.Maintenance == MaintenanceKind.Page)
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(Page);
            return;
        }

        var verdict = plan.Maintenance == MaintenanceKind.Unavailable ? ProfilVerdict.Error(5002) : await VerdictAsync(http, plan);
        if (verdict is not null)
            await WriteAsync(http, verdict, plan);
    }

    private async Task<ProfilVerdict?> VerdictAsync(HttpContext http, ProfilFaults plan)
    {
        var segments = (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var body = await BodyAsync(http.Request);
        if (segments is ["versjon"] && http.Request.Method == "GET")
            return ProfilVerdict.Ok(new XElement(ProfilVerdict.Space + "versjon", new XAttribute("api", Version(plan)), new XAttribute("system", "Profil-lignende 2026.1")));
        if (http.Request.Headers["X-Profil-Versjon"] != Version(plan))
            return ProfilVerdict.Error(1101, null, new XAttribute("versjon", Version(plan)));
        if (segments is ["okt"] && http.Request.Method == "POST")
            return sessions.Open(body);
        if (sessions.Check(http.Request.Headers["X-Profil-Okt"]) is > 0 and var code)
            return ProfilVerdict.Error(code);
        switch (http.Request.Method, segments)
        {
            case ("POST", ["brukere", "sok"]):
                return users.Search(body, plan);
            case ("GET", ["brukere"]):
                return users.List(http.Request.Query["tjeneste"], Math.Max(1, Number(http.Request.Query["side"])));
            case ("GET", ["brukere", var user, "tiltak"]):
                return users.Measures(Number(user), plan);
            case ("POST", ["brukere", var user, "tiltak"]):
                return users.Make(Number(user), body, plan);
            case ("GET", ["tiltak", var measure, "planer"]):
                return filing.Plans(Number(measure), http.Request.Query["alle"] == "true");
            case ("POST", ["tiltak", var measure, var resource]):
                return File(http, Number(measure), resource, body, plan);
            default:
                return ProfilVerdict.Error(4002);
        }
    }

    // Null = the connection was cut.
    private ProfilVerdict? File(HttpContext http, int measure, string resource, XElement? body, ProfilFaults plan)
    {
        if (Chance.Hits(plan.CutRate))
        {
            http.Abort();
            return null;
        }

        if (Chance.Hits(plan.ErrorRate))
            return ProfilVerdict.Error(5001);
        var buildsOn = int.TryParse(http.Request.Headers["X-Profil-Bygger-Pa"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var version) ? version : (int?)null;
        var verdict = filing.File(measure, resource, body, buildsOn, plan);
        if (verdict.Code != 0 || (Interlocked.Decrement(ref _loseNext) < 0 && !Chance.Hits(plan.LostAnswerRate)))
            return verdict;
        http.Abort();
        return null;
    }

    private async Task WriteAsync(HttpContext http, ProfilVerdict verdict, ProfilFaults plan)
    {
        if (verdict.Code > 0)
            ledger.Refuse(verdict.Code);
        http.Response.StatusCode = plan.ErrorsWith200 ? 200 : verdict.Status;
        http.Response.ContentType = "application/xml";
        http.Response.Headers["X-Profil-Versjon"] = Version(plan);
        if (verdict.Status is 503 or 429 && plan.RetryAfterSeconds > 0)
            http.Response.Headers.RetryAfter = plan.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(verdict.Body.ToString(SaveOptions.DisableFormatting)));
    }

    private string Version(ProfilFaults plan) => plan.SpeaksVersion ?? options.ApiVersion;

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static async Task<XElement?> BodyAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        if (bytes.Length == 0)
            return null;
        bytes.Position = 0;
        try
        {
            using var reader = XmlReader.Create(bytes, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
