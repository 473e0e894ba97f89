using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Link;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Sending;

/// <summary>Personalia take the place of what the system holds about a patient. The patient is found by national id, in a body and never in an address; nobody is made known there who is not followed up.</summary>
internal sealed class PatientRecord(TelluConnection connection)
{
    private const int MostTurns = 2;

    public async Task<SendOutcome> ReplaceAsync(OutboundItem item, CancellationToken cancel)
    {
        var (pid, shows) = Read(item.Document.Body);
        if (pid is null)
            return new SendOutcome.Failed(DeliveryErrors.Refused.At("patient.nationalId", "The document names no patient"));
        if (shows)
            return new SendOutcome.Failed(DeliveryErrors.Refused.At("addresses", "The address is protected and is not passed on; the document was not sent"));
        TelluReply? changed = null;
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var found = await connection.CallAsync(() => Find(pid), cancel);
            if (found is not { Failure: null, Status: 200 })
                return TelluAnswer.Read(found);
            if (UserOf(found.Body) is not { } user || found.ETag is not { } tag)
                return new SendOutcome.Failed(DeliveryErrors.UnreadableAnswer.At(detail: "The partner found the patient without saying under which id and version"));
            changed = await connection.CallAsync(() => Put(user, tag, item), cancel);
            if (changed is not { Failure: null, Status: 412 })
                return TelluAnswer.Read(changed);
        }

        // Somebody works on the patient at this moment: later is a better time than now.
        return new SendOutcome.Failed(DeliveryErrors.PartnerFault.At(detail: "The patient is changed there again and again: the partner answered 412"), changed?.Headers.RetryAfter);
    }

    private HttpRequestMessage Find(string pid)
    {
        var request = connection.Request(HttpMethod.Post, "patients/find");
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { pid }));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return request;
    }

    private HttpRequestMessage Put(string user, string tag, OutboundItem item)
    {
        var request = TelluRequests.Document(connection, HttpMethod.Put, $"patients/{Uri.EscapeDataString(user)}", item);
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return request;
    }

    private static string? UserOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("userId", out var id) && id.ValueKind == JsonValueKind.String ? JsonText.Read(id) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The mapping leaves a protected address out; this stands between a fault there and somebody's safety.
    private static (string? Pid, bool ShowsProtected) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var pid = root.TryGetProperty("patient", out var patient) && patient.TryGetProperty("nationalId", out var id) ? JsonText.Read(id) : null;
            var open = root.TryGetProperty("addressProtection", out var protection) && protection.ValueEquals("none");
            var shown = root.TryGetProperty("addresses", out var addresses) && addresses.GetArrayLength() > 0;
            return (pid, shown && !open);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, false);
        }
    }
}
