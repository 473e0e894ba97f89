using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hub.Simulators.Gerica;

namespace Hub.UnitTests.Simulators;

/// <summary>Posts to a Gerica-like server as a sender would.</summary>
internal sealed class GericaClient(GericaServer server) : IDisposable
{
    public const string Known = "13116900216";

    private readonly HttpClient _http = new() { BaseAddress = server.Url, Timeout = TimeSpan.FromSeconds(10) };

    public string? Token { get; set; }

    public static string Observation(int value = 96, string patient = Known, string unit = "%", string delivery = "") => $$$"""
        {"resourceType":"Observation","identifier":[{"system":"urn:hub:{{{(delivery.Length > 0 ? "delivery" : "other")}}}","value":"{{{delivery}}}x"}],"status":"final","code":{"coding":[{"system":"http://loinc.org","code":"59408-5"}]},
        "subject":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"{{{patient}}}"}},
        "effectiveDateTime":"2026-11-20T08:00:00+01:00","valueQuantity":{"value":{{{value}}},"unit":"{{{unit}}}","system":"http://unitsofmeasure.org","code":"{{{unit}}}"}}
        """;

    public static string Batch(params IEnumerable<string> observations) =>
        $$"""{"resourceType":"Bundle","type":"batch","entry":[{{string.Join(',', observations.Select(Entry))}}]}""";

    public static string Plan(int version) => $$$"""
        {"resourceType":"CarePlan","id":"p1","meta":{"versionId":"{{{version}}}"},"status":"active","intent":"plan",
        "category":[{"coding":[{"system":"http://ehelse.no/fhir/CodeSystem/vkp-careplan-category-v090","code":"2"}]}],
        "subject":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"{{{Known}}}"}} }
        """;

    public Task<HttpResponseMessage> ObservationAsync(string key, string? body = null) => SendAsync(HttpMethod.Post, "lab/fhir/Observation", body ?? Observation(), key);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string body, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/fhir+json") };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await _http.SendAsync(request);
    }

    public async Task<string?> FetchTokenAsync(string client, string secret)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret });
        using var response = await _http.PostAsync("oauth/token", form);
        if (!response.IsSuccessStatusCode)
            return null;
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return Token = json.RootElement.GetProperty("access_token").GetString();
    }

    public async Task<JsonElement> GetJsonAsync(string path) => JsonDocument.Parse(await _http.GetStringAsync(path)).RootElement;

    public static async Task<string?> ReasonAsync(HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("issue")[0].GetProperty("details").GetProperty("coding")[0].GetProperty("code").GetString();
    }

    private static string Entry(string observation, int no) =>
        $$$"""{"fullUrl":"urn:uuid:{{{no}}}","resource":{{{observation}}},"request":{"method":"POST","url":"Observation"}}""";

    public void Dispose() => _http.Dispose();
}
