using System.Net.Http.Headers;
using Hub.Adapters.Http;
using Hub.Core.Jose;
using Hub.Simulators.HelseId;
using Xunit;

namespace Hub.UnitTests.HelseId;

/// <summary>Requests to an API that checks tokens and proofs.</summary>
public sealed class AuthorizedHttpTests : IAsyncLifetime
{
    private readonly SigningKey _key = SigningKey.NewEc();
    private readonly List<GateVerdict> _verdicts = [];
    private HelseIdServer _helseId = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [HelseIdBench.Client(_key)] });

    public async ValueTask DisposeAsync()
    {
        await _helseId.DisposeAsync();
        _key.Dispose();
    }

    [Fact]
    public async Task Should_prove_every_request_also_with_a_query()
    {
        await using var api = await ApiBench.StartAsync(new HelseIdGate(_helseId) { DPoPOnly = true, Audience = "nhn:test" }, HelseIdBench.Scope, _verdicts);
        using var http = Way(api);

        foreach (var path in new[] { "v1/Bundle", "v1/Bundle?_count=5", "v1/Bundle?_count=6" })
            Assert.Equal(200, (await http.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(api.Url, path)), Cancel)).Status);
        Assert.All(_verdicts, v => Assert.Equal(("hub", "312229544"), (v.Caller!.ClientId, v.Caller.OrgnrParent)));
        Assert.Single(_helseId.Ledger.Grants);
    }

    [Fact]
    public async Task Should_send_again_with_the_nonce_that_the_api_wants_and_keep_it()
    {
        var nonces = new Nonces();
        await using var api = await ApiBench.StartAsync(new HelseIdGate(_helseId) { Nonces = nonces }, HelseIdBench.Scope, _verdicts);
        using var http = Way(api);

        Assert.Equal(200, (await http.SendAsync(() => new HttpRequestMessage(HttpMethod.Post, api.Url), Cancel)).Status);
        Assert.Equal(200, (await http.SendAsync(() => new HttpRequestMessage(HttpMethod.Post, api.Url), Cancel)).Status);
        nonces.Replace();
        Assert.Equal(200, (await http.SendAsync(() => new HttpRequestMessage(HttpMethod.Post, api.Url), Cancel)).Status);

        Assert.Equal([401, 0, 0, 401, 0], _verdicts.Select(v => v.Status));
        Assert.Single(_helseId.Ledger.Grants);
    }

    [Fact]
    public async Task Should_fetch_a_new_token_once_when_the_api_refuses_one()
    {
        var gate = new HelseIdGate(_helseId);
        await using var api = await ApiBench.StartAsync(gate, HelseIdBench.Scope, _verdicts);
        using var http = Way(api);
        Assert.Equal(200, (await http.SendAsync(() => new HttpRequestMessage(HttpMethod.Post, api.Url), Cancel)).Status);

        gate.RevokedBefore = DateTimeOffset.MaxValue;
        Assert.Equal(401, (await http.SendAsync(() => new HttpRequestMessage(HttpMethod.Post, api.Url), Cancel)).Status);

        Assert.Equal(2, _helseId.Ledger.Grants.Count);
    }

    [Fact]
    public async Task Should_refuse_a_bound_token_without_its_proof_and_a_proof_twice()
    {
        await using var api = await ApiBench.StartAsync(new HelseIdGate(_helseId), HelseIdBench.Scope, _verdicts);
        var token = _helseId.IssueClientToken(HelseIdBench.Client(_key), "312229544", _key.Public);
        var proof = DPoPProof.Create(_key, "GET", api.Url, token, null, TimeProvider.System.GetUtcNow(), "once");
        using var client = new HttpClient();

        Assert.Equal(401, await GetAsync("Bearer", null));
        Assert.Equal(401, await GetAsync("DPoP", null));
        Assert.Equal(200, await GetAsync("DPoP", proof));
        Assert.Equal(401, await GetAsync("DPoP", proof));

        async Task<int> GetAsync(string scheme, string? header)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, api.Url);
            request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
            if (header is not null)
                request.Headers.Add("DPoP", header);
            using var response = await client.SendAsync(request, Cancel);
            return (int)response.StatusCode;
        }
    }

    [Fact]
    public async Task Should_log_a_user_on_with_all_that_a_reader_looks_at()
    {
        var user = new HelseIdUser("13116900216", "visningsmodul", ["openid", "hub/read"]) { Hpr = "9144889", OrgnrParent = "312229544", Roles = ["LE"], Patient = "p1", BoundTo = _key.Public };

        var token = CompactJws.Read(_helseId.IssueUserToken(user))!;
        var over = CompactJws.Read(_helseId.IssueUserToken(user with { Lifetime = TimeSpan.FromMinutes(-1) }))!;

        Assert.True(token.Verify(_helseId.Keys[0]));
        Assert.Equal(("13116900216", "9144889", "4", "p1"), (token.Claim(TokenClaims.Pid), token.Claim(TokenClaims.Hpr), token.Claim(TokenClaims.SecurityLevel), token.Claim("patient")));
        Assert.Equal(["hub", "LE"], token.Texts("aud").Concat(token.Texts("role")));
        Assert.True(over.Instant("exp") < TimeProvider.System.GetUtcNow());
        _helseId.RotateKey();
        Assert.NotEqual(token.KeyId, CompactJws.Read(_helseId.IssueUserToken(user))!.KeyId);
        Assert.Equal(2, _helseId.Keys.Count);
        using var client = new HttpClient();
        var json = await client.GetStringAsync(new Uri(_helseId.Issuer, ".well-known/openid-configuration/jwks"), Cancel);
        Assert.Contains(token.KeyId!, json, StringComparison.Ordinal);
    }

    private AuthorizedHttp Way(ApiBench api) => new(HelseIdBench.Partner(HelseIdBench.Auth(_helseId.Issuer), api.Url), HelseIdBench.Context(_key.ExportPem()));
}
