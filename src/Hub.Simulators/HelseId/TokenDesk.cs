using Hub.Core.Jose;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.HelseId;

/// <summary>The token endpoint: client credentials by signed assertion, with proof where the client's tokens are bound.</summary>
internal sealed class TokenDesk(AssertionCheck assertions, TokenIssue issue, HelseIdOptions options, SeenIds seen, Uri tokenEndpoint, TimeProvider time)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public required Func<SigningKey> Key { get; init; }

    public required Nonces Nonces { get; init; }

    public required HelseIdLedger Ledger { get; init; }

    public async Task AnswerAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType)
        {
            await RefuseAsync(http, 400, "invalid_request", "A form must be posted");
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["grant_type"] != "client_credentials")
            await RefuseAsync(http, 400, "unsupported_grant_type", "Only client_credentials");
        else if (form["client_assertion_type"] != AssertionType)
            await RefuseAsync(http, 400, "invalid_client", "client_assertion_type is missing");
        else
            await ClientAsync(http, form["client_assertion"].ToString(), form["client_id"].ToString(), form["scope"].ToString());
    }

    private async Task ClientAsync(HttpContext http, string assertion, string clientId, string scope)
    {
        // The proof is looked at first: an assertion that came with a proof that must be made again is not used up.
        var proofs = http.Request.Headers["DPoP"];
        var check = proofs.Count == 1 ? DPoPCheck.Of(proofs[0], "POST", tokenEndpoint, null, null, time.GetUtcNow()) : null;
        if (check is { Fault: null } && options.Nonces && !Nonces.Takes(check.Nonce))
        {
            http.Response.Headers["DPoP-Nonce"] = Nonces.Current;
            await RefuseAsync(http, 400, "use_dpop_nonce", "A nonce is required");
            return;
        }

        var (client, organizations, fault) = assertions.Check(assertion, clientId);
        var asked = client is null ? [] : Scopes(scope, client).ToArray();
        var granted = asked.Where(s => client!.Scopes.Contains(s)).ToArray();
        if (client is null)
            await RefuseAsync(http, 400, "invalid_client", fault!);
        else if (proofs.Count > 1 || check?.Fault is not null || (client.DPoP && check is null))
            await RefuseAsync(http, 400, "invalid_dpop_proof", check?.Fault ?? "One proof is required");
        else if (check is not null && !seen.First($"proof {check.Thumbprint} {check.Id}"))
            await RefuseAsync(http, 400, "invalid_dpop_proof", "jti was used before");
        else if (granted.Length == 0)
            await RefuseAsync(http, 400, "invalid_scope", "No scope is granted");
        else
            await GrantAsync(http, client, organizations, granted, [.. asked.Except(granted)], client.DPoP ? check?.Thumbprint : null);
    }

    private static IEnumerable<string> Scopes(string scope, HelseIdClient client) =>
        scope.Length == 0 ? client.Scopes : scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct();

    private Task GrantAsync(HttpContext http, HelseIdClient client, Organizations organizations, string[] granted, string[] rejected, string? boundTo)
    {
        Ledger.Granted(client.ClientId, organizations.Parent, granted);
        var answer = new Dictionary<string, object>
        {
            ["access_token"] = issue.ForClient(Key(), client, granted, organizations, boundTo),
            ["expires_in"] = (int)options.TokenLifetime.TotalSeconds,
            ["token_type"] = boundTo is null ? "Bearer" : "DPoP",
            ["scope"] = string.Join(' ', granted),
        };
        if (rejected.Length > 0)
            answer["rejected_scope"] = string.Join(' ', rejected);
        return HelseIdJson.WriteAsync(http, 200, answer);
    }

    private Task RefuseAsync(HttpContext http, int status, string error, string description)
    {
        Ledger.Refused(error, description);
        return HelseIdJson.WriteAsync(http, status, new Dictionary<string, object> { ["error"] = error, ["error_description"] = description });
    }
}
