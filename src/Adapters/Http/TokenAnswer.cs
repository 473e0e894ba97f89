using System.Net.Http.Headers;
using System.Text.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Http;

/// <summary>Reads the answer of a token endpoint (RFC 6749 section 5).</summary>
public static class TokenAnswer
{
    private static readonly TimeSpan DefaultLife = TimeSpan.FromMinutes(5);

    /// <summary>Reads it. A token is used until a fifth of its life, at most 30 s, is left.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="headers">Headers.</param>
    /// <param name="body">Body; empty when it could not be read whole.</param>
    /// <param name="now">When it came.</param>
    /// <returns>The token, or why there is none.</returns>
    public static AccessToken Read(int status, AnswerHeaders headers, ReadOnlySpan<byte> body, DateTimeOffset now) => status switch
    {
        200 => ReadToken(body, now),
        429 => Failed(DeliveryErrors.Throttled.At(detail: "The partner's token endpoint asks the hub to slow down"), now, headers.RetryAfter),
        >= 500 => Failed(DeliveryErrors.PartnerFault.At(detail: $"The partner's token endpoint answered {status}"), now, headers.RetryAfter),
        _ => Failed(DeliveryErrors.CredentialsRefused.At(detail: $"The partner's token endpoint answered {status}"), now, headers.RetryAfter),
    };

    private static AccessToken ReadToken(ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        string? token = null;
        var life = DefaultLife;
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                    continue;
                if (reader.ValueTextEquals("access_token") && reader.Read() && reader.TokenType == JsonTokenType.String)
                    token = reader.GetString();
                else if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("expires_in") && reader.Read())
                    life = Life(ref reader);
            }
        }
        catch (JsonException)
        {
            token = null;
        }

        if (string.IsNullOrEmpty(token) || token.AsSpan().ContainsAny('\r', '\n', ' '))
            return Failed(DeliveryErrors.UnreadableAnswer.At(detail: "The partner's token endpoint gave no token that can be read"), now, null);
        var margin = life / 5 < TimeSpan.FromSeconds(30) ? life / 5 : TimeSpan.FromSeconds(30);
        return new AccessToken(new AuthenticationHeaderValue("Bearer", token), now + life - margin);
    }

    private static TimeSpan Life(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var seconds) && seconds is > 0 and < 86_400 * 30
            ? TimeSpan.FromSeconds(seconds)
            : DefaultLife;

    private static AccessToken Failed(HubError error, DateTimeOffset now, TimeSpan? retryAfter) =>
        new(null, now, new SendOutcome.Failed(error, retryAfter, PartnerDown: true));
}
