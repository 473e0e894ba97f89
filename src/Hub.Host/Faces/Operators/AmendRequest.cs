using System.Text.Json;
using Hub.Core.Errors;
using Hub.Host.Errors;

namespace Hub.Host.Faces.Operators;

/// <summary>What an operator wants to send in place of a delivery's document.</summary>
/// <param name="Document">The new document.</param>
/// <param name="Reason">Why, in words without personal data.</param>
/// <param name="Generation">The generation that was looked at; null in a preview.</param>
internal sealed record AmendRequest(byte[] Document, string Reason, int? Generation)
{
    private const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Reads the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isPreview">Whether it is only looked at: then no generation is asked for.</param>
    /// <returns>What is wanted, or every error.</returns>
    public static async Task<Result<AmendRequest>> ReadAsync(HttpRequest request, bool isPreview)
    {
        var body = await JsonBody.ReadAsync(request, MaxBytes, isPreview ? ["document", "reason"] : ["document", "reason", "generation"]);
        if (!body.IsOk)
            return Result<AmendRequest>.Failed(body.Errors);
        var errors = new List<HubError>();
        var reason = JsonBody.Required(body.Value, "reason", 500, errors);
        byte[] document = [];
        if (!body.Value.TryGetProperty("document", out var text) || text.ValueKind != JsonValueKind.String)
            errors.Add(IntakeErrors.Missing.At("$.document"));
        else if (!text.TryGetBytesFromBase64(out var bytes) || bytes.Length == 0)
            errors.Add(HttpErrors.BadParameter.At("$.document", "Must be the whole document in base64"));
        else
            document = bytes;
        int? generation = null;
        if (!isPreview)
        {
            if (body.Value.TryGetProperty("generation", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value))
                generation = value;
            else
                errors.Add(HttpErrors.BadParameter.At("$.generation", "Must be the generation that the preview showed"));
        }

        return errors.Count > 0 ? Result<AmendRequest>.Failed(errors) : new AmendRequest(document, reason, generation);
    }
}
