using System.Net.Http.Headers;
using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Http;

/// <summary>Reads the answer of a token endpoint (RFC 6749 section 5).</summary>
public static class TokenAnswer
{
    private static readonly TimeSpan DefaultLife = TimeSpan.FromMinutes(5);

    // Codes of RFC 6749 section 5.2 and RFC 9449 section 5 that say the client or its proof is at fault.
    private static readonly HashSet<string> ClientFaults = new(StringComparer.Ordinal)
    {
        "invalid_client", "unauthorized_client", "invalid_request", "invalid_grant", "unsupported_grant_type", "invalid_dpop_proof", "use_dpop_nonce",
    };

    /// <summary>Reads it. A token is used until a fifth of its life, at most 30 s, is left.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="headers">Headers.</param>
    /// <param name="body">Body; empty when it could not be read whole.</param>
    /// <param name="now">When it came.</param>
    /// <param name="bound">True when a key was proven: the token must then be bound to it.</param>
    /// <returns>The token, or why there is none.</returns>
    public static AccessToken Read(int status, AnswerHeaders headers, ReadOnlySpan<byte> body, DateTimeOffset now, bool bound = false) => status switch
    {
        200 => ReadToken(Members(body), now, bound),
        429 => Failed(DeliveryErrors.Throttled.At(detail: "The partner's token endpoint asks the hub to slow down"), now, headers.RetryAfter),
        >= 500 => Failed(DeliveryErrors.PartnerFault.At(detail: $"The partner's token endpoint answered {status}"), now, headers.RetryAfter),
        _ => Failed(Refusal(status, Members(body).GetValueOrDefault("error")), now, headers.RetryAfter),
    };

    private static HubError Refusal(int status, string? code) => code switch
    {
        "invalid_scope" => TokenErrors.ScopeRejected.At("auth.scope"),
        not null when ClientFaults.Contains(code) => TokenErrors.ClientRefused.At("auth", $"The token service answered {status} {code}"),
        _ => DeliveryErrors.CredentialsRefused.At(detail: $"The partner's token endpoint answered {status}"),
    };

    private static AccessToken ReadToken(Dictionary<string, string> members, DateTimeOffset now, bool bound)
    {
        // A scope that is left out would only show later, as requests that are refused one by one.
        if (members.GetValueOrDefault("rejected_scope") is { Length: > 0 })
            return Failed(TokenErrors.ScopeRejected.At("auth.scope"), now, null);
        if (members.GetValueOrDefault("access_token") is not { Length: > 0 } token || token.AsSpan().ContainsAny('\r', '\n', ' '))
            return Failed(DeliveryErrors.UnreadableAnswer.At(detail: "The partner's token endpoint gave no token that can be read"), now, null);
        // Refused: a token that is not bound although a key was proven could be used by whoever sees it (RFC 9449 section 5).
        if (bound && !string.Equals(members.GetValueOrDefault("token_type"), "DPoP", StringComparison.OrdinalIgnoreCase))
            return Failed(TokenErrors.ClientRefused.At("auth.dpop", "The token service gave a token that is not bound to the hub's key"), now, null);
        var life = Life(members.GetValueOrDefault("expires_in"));
        var margin = life / 5 < TimeSpan.FromSeconds(30) ? life / 5 : TimeSpan.FromSeconds(30);
        return new AccessToken(new AuthenticationHeaderValue(bound ? "DPoP" : "Bearer", token), now + life - margin);
    }

    private static TimeSpan Life(string? seconds) =>
        long.TryParse(seconds, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var life) && life is > 0 and < 86_400 * 30
            ? TimeSpan.FromSeconds(life)
            : DefaultLife;

    // Texts, lists of texts joined by blanks, and the lifetime, which is a number; empty when the body is not one JSON object.
    private static Dictionary<string, string> Members(ReadOnlySpan<byte> body)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        if (body.IsEmpty)
            return members;
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return members;
            foreach (var member in document.RootElement.EnumerateObject())
            {
                var text = member.Value.ValueKind switch
                {
                    JsonValueKind.String => JsonText.Read(member.Value),
                    JsonValueKind.Array => string.Join(' ', member.Value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => JsonText.Read(e))),
                    JsonValueKind.Number when member.NameEquals("expires_in") => member.Value.GetRawText(),
                    _ => null,
                };
                if (text is not null)
                    members[member.Name] = text;
            }
        }
        catch (JsonException)
        {
            members.Clear();
        }

        return members;
    }

    private static AccessToken Failed(HubError error, DateTimeOffset now, TimeSpan? retryAfter) =>
        new(null, now, new SendOutcome.Failed(error, retryAfter, PartnerDown: true));
}
