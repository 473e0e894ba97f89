using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Gerica;

/// <summary>What a real journal does not have: its ledger to look at, and its faults to set.</summary>
internal sealed class SimEndpoints(EffectLedger ledger, AccessTokens tokens, PatientRegister patients)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required FaultSwitch Faults { get; init; }

    public Task AnswerAsync(HttpContext http, string path) => (http.Request.Method, path) switch
    {
        ("GET", "/_sim/ledger") => WriteAsync(http, ledger.Report()),
        ("GET", "/_sim/effects") => EffectsAsync(http),
        ("GET", "/_sim/faults") => WriteAsync(http, Faults.Current),
        ("POST", "/_sim/faults") => SetFaultsAsync(http),
        ("POST", "/_sim/tokens/expire") => ExpireAsync(http),
        ("PUT", "/_sim/patients") => PutPatientAsync(http),
        _ => Answers.RefuseAsync(http, 404, "not-found"),
    };

    private static Task WriteAsync<T>(HttpContext http, T value)
    {
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, Json)).AsTask();
    }

    private async Task PutPatientAsync(HttpContext http)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync<RegisteredPatient>(http.Request.Body, Json, http.RequestAborted) is { } patient)
                patients.Put(patient);
            http.Response.StatusCode = 204;
        }
        catch (JsonException e)
        {
            await Answers.WriteAsync(http, 400, Answers.Outcome(Verdict.No(400, "invalid", new Complaint(e.Path ?? "$", "is not a patient"))), null, false);
        }
    }

    private Task ExpireAsync(HttpContext http)
    {
        tokens.ExpireAll();
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private async Task SetFaultsAsync(HttpContext http)
    {
        try
        {
            var plan = await JsonSerializer.DeserializeAsync<FaultPlan>(http.Request.Body, Json, http.RequestAborted) ?? FaultPlan.Healthy;
            if (plan is { Down: DownKind.Refuse, Seconds: <= 0 })
            {
                await Answers.RefuseAsync(http, 400, "seconds-missing");
                return;
            }
            http.Response.StatusCode = 204;
            await http.Response.CompleteAsync();
            await Faults.SetAsync(plan);
        }
        catch (JsonException e)
        {
            await Answers.WriteAsync(http, 400, Answers.Outcome(Verdict.No(400, "invalid", new Complaint(e.Path ?? "$", "is not a fault plan"))), null, false);
        }
    }

    // One line per effect: number, client, form, lane, key, repeats. The lane is a number and not the national id.
    private async Task EffectsAsync(HttpContext http)
    {
        var lanes = new Dictionary<(string, string), int>();
        var text = new StringBuilder();
        foreach (var e in ledger.Effects)
        {
            if (!lanes.TryGetValue((e.Client, e.Patient), out var lane))
                lanes[(e.Client, e.Patient)] = lane = lanes.Count + 1;
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{e.No}\t{e.Client}\t{e.Form}\t{lane}\t{e.Key}\t{e.Repeats}\n");
        }
        http.Response.ContentType = "text/tab-separated-values";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
