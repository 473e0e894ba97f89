using System.Net.Http.Headers;
using System.Text;
using Hub.Core.Tenants;

namespace Hub.Adapters.Http;

/// <summary>The token request of RFC 6749 section 4.4.2. The client proves itself by HTTP Basic (section 2.3.1), so that the secret is not in a form body.</summary>
public static class TokenRequest
{
    /// <summary>Builds the request.</summary>
    /// <param name="partner">The partner; its url is set.</param>
    /// <param name="auth">The hub's credentials there.</param>
    /// <param name="secret">The client secret.</param>
    /// <returns>The request.</returns>
    public static HttpRequestMessage Create(PartnerConfig partner, OutboundAuth auth, string secret)
    {
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        if (auth.Scope is { Length: > 0 } scope)
            form.Add(new("scope", scope));
        var credentials = $"{Uri.EscapeDataString(auth.ClientId ?? "")}:{Uri.EscapeDataString(secret)}";
        var request = new HttpRequestMessage(HttpMethod.Post, auth.TokenUrl ?? BaseAddress.Join(partner.Url!, "oauth/token"))
        {
            Content = new FormUrlEncodedContent(form),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        return request;
    }
}
