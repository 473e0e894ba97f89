using System.Globalization;
using System.Text.Json;
using Hub.Adapters.Tellu.Link;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Sending;

/// <summary>A version of a plan takes the place of the one before it. The system knows versions by tags: <c>"v3"</c>.</summary>
internal sealed class PlanRecord(TelluConnection connection)
{
    public async Task<SendOutcome> ReplaceAsync(OutboundItem item, CancellationToken cancel)
    {
        var (id, version) = Read(item.Document.Body);
        if (id is null || version is not { } own)
            return new SendOutcome.Failed(DeliveryErrors.Refused.At("meta.versionId", "The plan has no id or no version"));
        var reply = await connection.CallAsync(() => Put(id, own - 1, item), cancel);
        // A version before this one never came there (no route, or given up): a plan is whole in each version, so this one may follow any earlier.
        if (reply is { Failure: null, Status: 412 } && Held(reply.ETag) is { } held && held < own && held != own - 1)
            reply = await connection.CallAsync(() => Put(id, held, item), cancel);
        if (reply is { Failure: null, Status: 412 } && Held(reply.ETag) is { } later && later > own)
            return new SendOutcome.Failed(DeliveryErrors.Conflict.At("meta.versionId", "The partner holds a later version of this plan"));
        return TelluAnswer.Read(reply, string.Create(CultureInfo.InvariantCulture, $"plans/{id}/v{own}"));
    }

    private HttpRequestMessage Put(string id, int held, OutboundItem item)
    {
        var request = TelluRequests.Document(connection, HttpMethod.Put, $"plans/{Uri.EscapeDataString(id)}", item);
        if (held > 0)
            request.Headers.TryAddWithoutValidation("If-Match", string.Create(CultureInfo.InvariantCulture, $"\"v{held}\""));
        else
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        return request;
    }

    // v0: there is no such plan.
    private static int? Held(string? tag) =>
        tag?.Trim('"') is ['v', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static (string? Id, int? Version) Read(ReadOnlyMemory<byte> plan)
    {
        try
        {
            using var document = JsonDocument.Parse(plan);
            var root = document.RootElement;
            var id = root.TryGetProperty("id", out var value) ? value.GetString() : null;
            return root.TryGetProperty("meta", out var meta) && meta.TryGetProperty("versionId", out var text)
                && int.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? (id, version) : (id, null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, null);
        }
    }
}
