using Hub.Core.Errors;
using Hub.Core.Jose;
using Hub.Core.Storage;
using Hub.Host.Security.Tokens;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Hub.UnitTests.Tokens;

/// <summary>Which access tokens open the face: all that RFC 9068, RFC 9449 and HelseID's profile ask for.</summary>
public sealed class TokenGateTests : IAsyncLifetime
{
    private const string Address = "https://hub.example.no/fhir/larvik/Observation/_search";

    private readonly Clock _clock = new();
    private TestIssuer _issuer = null!;
    private TokenGate _gate = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _gate = Gate();
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Dispose();
        await _issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("PS384")]
    [InlineData("PS512")]
    [InlineData("ES256")]
    [InlineData("ES384")]
    [InlineData("ES512")]
    public async Task Should_take_tokens_of_every_algorithm_of_the_profile(string algorithm)
    {
        _issuer.Signer = algorithm[0] == 'E' ? TestSigner.Curve("k", algorithm) : TestSigner.Rsa("k", algorithm);

        var token = await ReadAsync(_issuer.Token(TestIssuer.User("312229544")));

        Assert.True(token.IsOk, token.IsOk ? "" : token.Errors[0].ToString());
        Assert.Equal("312229544", token.Value.Organization);
        Assert.Equal("9144900", token.Value.Hpr);
        Assert.Equal(["LE"], token.Value.Roles);
        Assert.False(token.Value.IsSystem);
    }

    [Fact]
    public async Task Should_take_the_authorisation_that_was_chosen_for_this_use()
    {
        var claims = TestIssuer.User("312229544");
        claims["nhn:tillitsrammeverk:parameters"] = new { practitioner = new { authorization = new { code = "SP", system = "urn:oid:2.16.578.1.12.4.1.1.9060" } } };

        Assert.Equal(["SP"], (await ReadAsync(_issuer.Token(claims))).Value.Roles);
    }

    [Fact]
    public async Task Should_refuse_a_token_whose_signature_or_content_was_changed()
    {
        var parts = _issuer.Token(TestIssuer.User("312229544")).Split('.');
        var other = _issuer.Token(TestIssuer.User("972418013")).Split('.');

        await RefusedAsync(TokenErrors.Invalid, $"{parts[0]}.{other[1]}.{parts[2]}");
        await RefusedAsync(TokenErrors.Invalid, $"{parts[0]}.{parts[1]}.{other[2]}");
        await RefusedAsync(TokenErrors.Invalid, $"{parts[0]}.{parts[1]}.");
        await RefusedAsync(TokenErrors.Invalid, _issuer.Token(signer: TestSigner.Rsa("k1")));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("ES256x")]
    [InlineData("ES384")]
    public async Task Should_refuse_algorithms_that_are_not_on_the_list(string algorithm)
    {
        _issuer.Signer = TestSigner.Curve("k");
        _issuer.Signer.Algorithm = algorithm;
        await RefusedAsync(TokenErrors.Invalid, _issuer.Token(TestIssuer.User("312229544")));
    }

    [Fact]
    public async Task Should_refuse_weak_keys_of_the_issuer_and_those_for_encrypting()
    {
        _issuer.Signer = TestSigner.Rsa("weak", "PS256", 1024);
        await RefusedAsync(TokenErrors.Invalid, _issuer.Token(TestIssuer.User("312229544")));

        _clock.Now += TimeSpan.FromSeconds(11);
        _issuer.Signer = TestSigner.Curve("encrypting");
        _issuer.Signer.Jwk["use"] = "enc";
        await RefusedAsync(TokenErrors.Invalid, _issuer.Token(TestIssuer.User("312229544")));
    }

    [Fact]
    public async Task Should_refuse_expired_and_early_tokens_and_those_without_an_end()
    {
        await RefusedAsync(TokenErrors.Expired, _issuer.Token(TestIssuer.User("312229544"), life: TimeSpan.FromSeconds(-30)));
        await RefusedAsync(TokenErrors.Expired, Changed("nbf", DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeSeconds()));
        await RefusedAsync(TokenErrors.Expired, Changed("exp", null));
        await RefusedAsync(TokenErrors.Expired, Changed("exp", "tomorrow"));
        await RefusedAsync(TokenErrors.Expired, Changed("exp", 1e300));
    }

    [Fact]
    public async Task Should_refuse_a_kept_token_as_soon_as_it_has_expired()
    {
        var token = _issuer.Token(TestIssuer.User("312229544"), life: TimeSpan.FromMinutes(1));
        Assert.True((await ReadAsync(token)).IsOk);

        _clock.Now += TimeSpan.FromSeconds(70);

        await RefusedAsync(TokenErrors.Expired, token);
    }

    [Fact]
    public async Task Should_refuse_tokens_of_other_issuers_for_other_audiences_and_of_other_types()
    {
        await RefusedAsync(TokenErrors.WrongAudience, Changed("iss", "https://evil.example"));
        await RefusedAsync(TokenErrors.WrongAudience, Changed("iss", null));
        await RefusedAsync(TokenErrors.WrongAudience, Changed("aud", "other:api"));
        await RefusedAsync(TokenErrors.WrongAudience, Changed("aud", null));
        Assert.True((await ReadAsync(Changed("aud", new[] { "other:api", TestIssuer.Audience }))).IsOk);
        await RefusedAsync(TokenErrors.Invalid, _issuer.Token(TestIssuer.User("312229544"), type: "dpop+jwt"));
        await RefusedAsync(TokenErrors.Invalid, _issuer.Token(TestIssuer.User("312229544"), type: "id+jwt"));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("high")]
    [InlineData(null)]
    public async Task Should_refuse_users_below_level_4(string? level)
    {
        var claims = TestIssuer.User("312229544");
        claims["helseid://claims/identity/security_level"] = level;
        await RefusedAsync(TokenErrors.LevelTooLow, _issuer.Token(claims));
    }

    [Fact]
    public async Task Should_follow_the_issuer_when_it_changes_its_keys_and_not_be_made_to_fetch_them_all_the_time()
    {
        Assert.True((await ReadAsync(_issuer.Token(TestIssuer.User("312229544")))).IsOk);
        _issuer.Signer = TestSigner.Curve("k2");
        await RefusedAsync(TokenErrors.Invalid, _issuer.Token(TestIssuer.User("312229544")));
        for (var i = 0; i < 20; i++)
            await RefusedAsync(TokenErrors.Invalid, _issuer.Token(TestIssuer.User("312229544"), TestSigner.Curve($"unknown-{i}")));
        Assert.Equal(1, _issuer.KeyFetches);

        _clock.Now += TimeSpan.FromSeconds(11);

        Assert.True((await ReadAsync(_issuer.Token(TestIssuer.User("312229544")))).IsOk);
        Assert.Equal(2, _issuer.KeyFetches);
    }

    [Fact]
    public async Task Should_go_on_with_known_keys_while_the_issuer_is_away_and_say_so_when_it_has_none()
    {
        Assert.True((await ReadAsync(_issuer.Token(TestIssuer.User("312229544"), life: TimeSpan.FromHours(1)))).IsOk);
        _issuer.Up = false;
        _clock.Now += TimeSpan.FromMinutes(11);
        Assert.True((await ReadAsync(_issuer.Token(TestIssuer.User("312229544", hpr: "9144901"), life: TimeSpan.FromHours(1)))).IsOk);

        using var fresh = Gate();
        await RefusedAsync(TokenErrors.NoKeys, _issuer.Token(TestIssuer.User("312229544"), life: TimeSpan.FromHours(1)), gate: fresh);
    }

    [Fact]
    public async Task Should_take_a_bound_token_with_a_proof_for_this_request()
    {
        var (token, key) = Bound();

        Assert.True((await ReadAsync(token, key.Proof("POST", Address, token), "DPoP")).IsOk);
        Assert.True((await ReadAsync(token, key.Proof("POST", "https://HUB.example.no:443/fhir/larvik/Observation/_search?x=1#y", token), "dpop")).IsOk);
    }

    [Fact]
    public async Task Should_refuse_a_bound_token_without_its_scheme_or_proof()
    {
        var (token, key) = Bound();

        await RefusedAsync(TokenErrors.BadProof, token);
        await RefusedAsync(TokenErrors.BadProof, token, key.Proof("POST", Address, token), "Bearer");
        await RefusedAsync(TokenErrors.BadProof, token, null, "DPoP");
        var plain = _issuer.Token(TestIssuer.User("312229544"));
        await RefusedAsync(TokenErrors.BadProof, plain, key.Proof("POST", Address, plain), "DPoP");
        using var strict = Gate(s => s with { ProofRequired = true });
        await RefusedAsync(TokenErrors.BadProof, plain, gate: strict);
    }

    [Fact]
    public async Task Should_refuse_proofs_that_do_not_fit_the_request()
    {
        var (token, key) = Bound();
        (string Why, string Proof)[] wrong =
        [
            ("another method", key.Proof("GET", Address, token)),
            ("another address", key.Proof("POST", "https://hub.example.no/fhir/bodo/Observation/_search", token)),
            ("another host", key.Proof("POST", "https://hub.example.com/fhir/larvik/Observation/_search", token)),
            ("no address", key.Proof("POST", "/fhir", token)),
            ("another token", key.Proof("POST", Address, token + "x")),
            ("no ath", key.Proof("POST", Address, token, Change("ath", null))),
            ("no jti", key.Proof("POST", Address, token, Change("jti", null))),
            ("no iat", key.Proof("POST", Address, token, Change("iat", null))),
            ("too old", key.Proof("POST", Address, token, Change("iat", DateTimeOffset.UtcNow.AddSeconds(-30).ToUnixTimeSeconds()))),
            ("in the future", key.Proof("POST", Address, token, Change("iat", DateTimeOffset.UtcNow.AddSeconds(30).ToUnixTimeSeconds()))),
            ("of another type", key.Proof("POST", Address, token, type: "JWT")),
            ("without key", key.Proof("POST", Address, token, header: new Dictionary<string, object?>())),
            ("with another key", TestSigner.Curve("other").Proof("POST", Address, token)),
            ("with the key of somebody else in the header", TestSigner.Curve("other").Proof("POST", Address, token, header: Change("jwk", key.Jwk))),
            ("not a JWT", "proof"),
        ];

        foreach (var (why, proof) in wrong)
        {
            var answer = await ReadAsync(token, proof, "DPoP");
            Assert.False(answer.IsOk, why);
            Assert.Equal(TokenErrors.BadProof.Code, answer.Errors[0].Code);
        }
    }

    [Fact]
    public async Task Should_refuse_a_proof_that_was_used_before()
    {
        var (token, key) = Bound();
        var proof = key.Proof("POST", Address, token);
        Assert.True((await ReadAsync(token, proof, "DPoP")).IsOk);

        await RefusedAsync(TokenErrors.ReplayedProof, token, proof, "DPoP");
    }

    [Fact]
    public async Task Should_refuse_a_proof_that_another_node_has_taken()
    {
        var (token, key) = Bound();
        var proof = key.Proof("POST", Address, token);
        var shared = new SharedProofs();
        using var one = Gate(proofs: shared);
        using var other = Gate(proofs: shared);
        Assert.True((await one.ReadAsync(Request($"DPoP {token}", proof))).IsOk);

        Assert.Equal(TokenErrors.ReplayedProof.Code, (await other.ReadAsync(Request($"DPoP {token}", proof))).Errors[0].Code);
        Assert.True((await other.ReadAsync(Request($"DPoP {token}", key.Proof("POST", Address, token)))).IsOk);
        Assert.All(shared.Used, id => Assert.InRange(id.Length, 1, 100));
    }

    [Fact]
    public async Task Should_not_let_in_whom_it_cannot_ask_about()
    {
        var (token, key) = Bound();
        using var gate = Gate(proofs: new SharedProofs { IsAway = true });

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await gate.ReadAsync(Request($"DPoP {token}", key.Proof("POST", Address, token))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic abc")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    public async Task Should_ask_for_a_token_where_there_is_none(string? header)
    {
        var request = Request(header, null);
        var answer = await _gate.ReadAsync(request);

        Assert.Equal(TokenErrors.Missing.Code, answer.Errors[0].Code);
    }

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("e30.e30.e30")]
    [InlineData("\u00e6.\u00f8.\u00e5")]
    public async Task Should_survive_texts_that_are_no_tokens(string text) => await RefusedAsync(TokenErrors.Invalid, text);

    [Fact]
    public async Task Should_refuse_texts_that_are_too_long_and_claims_that_stand_twice()
    {
        await RefusedAsync(TokenErrors.Invalid, new string('a', 40_000) + ".b.c");
        Assert.Null(CompactJws.Read($"{Part("""{"alg":"ES256"}""")}.{Part("""{"iss":"a","iss":"b"}""")}.AAAA"));
        Assert.Null(CompactJws.Read($"{Part("""{"alg":"ES256","crit":["x"]}""")}.{Part("{}")}.AAAA"));
        Assert.NotNull(CompactJws.Read($"{Part("""{"alg":"ES256"}""")}.{Part("{}")}.AAAA"));
    }

    private static string Part(string json) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(json));

    private static Dictionary<string, object?> Change(string name, object? value) => new() { [name] = value };

    private static HttpRequest Request(string? authorization, string? proof)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Scheme, request.Host, request.Path) = ("POST", "http", new HostString("10.0.0.7:8480"), "/fhir/larvik/Observation/_search");
        if (authorization is not null)
            request.Headers.Authorization = authorization;
        if (proof is not null)
            request.Headers["DPoP"] = proof;
        return request;
    }

    private TokenGate Gate(Func<TokenSettings, TokenSettings>? change = null, IProofStore? proofs = null)
    {
        var settings = new TokenSettings { Issuer = _issuer.Issuer, Audience = TestIssuer.Audience };
        return new TokenGate(change?.Invoke(settings) ?? settings, new Uri("https://hub.example.no/"), _clock, proofs);
    }

    /// <summary>What the nodes of an installation share.</summary>
    private sealed class SharedProofs : IProofStore
    {
        public HashSet<string> Used { get; } = [];

        public bool IsAway { get; init; }

        public Task<bool> UseProofAsync(string id, DateTimeOffset until, DateTimeOffset now, CancellationToken cancel) =>
            IsAway ? throw new StoreUnavailableException("Away, on purpose.") : Task.FromResult(Used.Add(id));
    }

    private string Changed(string claim, object? value)
    {
        var claims = TestIssuer.User("312229544");
        claims[claim] = value;
        return _issuer.Token(claims);
    }

    private (string Token, TestSigner Key) Bound()
    {
        var key = TestSigner.Curve("holder");
        var claims = TestIssuer.User("312229544");
        claims["cnf"] = new { jkt = key.Thumbprint };
        return (_issuer.Token(claims), key);
    }

    private async Task<Result<AccessToken>> ReadAsync(string token, string? proof = null, string scheme = "Bearer", TokenGate? gate = null) =>
        await (gate ?? _gate).ReadAsync(Request($"{scheme} {token}", proof));

    private async Task RefusedAsync(ErrorDefinition error, string token, string? proof = null, string scheme = "Bearer", TokenGate? gate = null)
    {
        var answer = await ReadAsync(token, proof, scheme, gate);
        Assert.False(answer.IsOk);
        Assert.Equal(error.Code, answer.Errors[0].Code);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
