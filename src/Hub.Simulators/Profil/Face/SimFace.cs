using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Profil;

/// <summary>What a real journal does not have: its account in figures, and its faults to set.</summary>
internal static class SimFace
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Task AnswerAsync(HttpContext http, ProfilServer server) => (http.Request.Method, http.Request.Path.Value) switch
    {
        ("GET", "/_sim/ledger") => WriteAsync(http, Report(server.Ledger)),
        ("GET", "/_sim/faults") => WriteAsync(http, server.Faults),
        ("POST", "/_sim/faults") => SetAsync(http, server),
        ("POST", "/_sim/sessions/expire") => ExpireAsync(http, server),
        _ => RefuseAsync(http, 404),
    };

    // Figures only: nothing in it names a patient.
    private static object Report(ProfilLedger ledger) => new
    {
        Filed = ledger.Entries.CountBy(e => e.Resource).ToDictionary(),
        ledger.Repeats,
        ledger.Conflicts,
        Measures = ledger.Measures.Count,
        MeasuresTwice = ledger.Measures.Where(m => !m.Ended).CountBy(m => (m.User, m.Type)).Count(c => c.Value > 1),
        Refusals = ledger.Refusals.ToDictionary(r => r.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), r => r.Value),
    };

    private static async Task SetAsync(HttpContext http, ProfilServer server)
    {
        try
        {
            var faults = await JsonSerializer.DeserializeAsync<ProfilFaults>(http.Request.Body, Json, http.RequestAborted) ?? ProfilFaults.Healthy;
            if (faults is { Refuses: true, Seconds: <= 0 })
            {
                await RefuseAsync(http, 400);
                return;
            }

            http.Response.StatusCode = 204;
            await http.Response.CompleteAsync();
            await server.SetFaultsAsync(faults);
        }
        catch (JsonException)
        {
            await RefuseAsync(http, 400);
        }
    }

    private static Task ExpireAsync(HttpContext http, ProfilServer server)
    {
        server.ExpireSessions();
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task WriteAsync<T>(HttpContext http, T value)
    {
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, Json)).AsTask();
    }
}
