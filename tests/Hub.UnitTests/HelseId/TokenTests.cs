using Hub.Adapters.Http;
using Hub.Core.Jose;
using Hub.Simulators.HelseId;
using Xunit;

namespace Hub.UnitTests.HelseId;

/// <summary>The hub's client against the simulated HelseID, on the wire.</summary>
public sealed class TokenTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_get_a_bound_token_for_the_organisation_after_the_nonce_it_was_given()
    {
        using var key = SigningKey.NewRsa("PS256");
        await using var helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [HelseIdBench.Client(key)] });

        var token = await HelseIdBench.TokenAsync(HelseIdBench.Auth(helseId.Issuer, a => a with { Child = "974760673" }), key);

        Assert.Null(token.Failure);
        Assert.Equal("DPoP", token.Header!.Scheme);
        Assert.NotNull(token.Proof);
        var read = CompactJws.Read(token.Header.Parameter)!;
        Assert.True(read.Verify(helseId.Keys[0]));
        Assert.Equal(("at+jwt", "RS256", "nhn:test"), (read.Type, read.Algorithm.Name, read.Claim("aud")));
        Assert.Equal(("312229544", "974760673"), (read.Claim(TokenClaims.OrgnrParent), read.Claim(TokenClaims.OrgnrChild)));
        Assert.Equal([HelseIdBench.Scope], read.Texts("scope"));
        Assert.Equal("private_key_jwt", read.Claim("client_amr"));
        Assert.Equal(["use_dpop_nonce"], helseId.Ledger.Refusals.Select(r => r.Error));
    }

    [Theory]
    [InlineData("ES256")]
    [InlineData("RS512")]
    public async Task Should_sign_by_the_algorithm_that_is_configured(string algorithm)
    {
        using var key = algorithm == "ES256" ? SigningKey.NewEc("k") : SigningKey.NewRsa(algorithm, "k");
        await using var helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [HelseIdBench.Client(key)] });

        Assert.Null((await HelseIdBench.TokenAsync(HelseIdBench.Auth(helseId.Issuer, a => a with { Algorithm = algorithm, KeyId = "k" }), key)).Failure);
    }

    [Fact]
    public async Task Should_get_a_bearer_token_for_a_single_tenant_client_by_an_assertion_of_the_old_style()
    {
        using var key = SigningKey.NewRsa("RS256");
        var client = HelseIdBench.Client(key) with { Organizations = [], Organization = "994598759", DPoP = false, OldAssertions = true };
        await using var helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [client] });

        var token = await HelseIdBench.TokenAsync(HelseIdBench.Auth(helseId.Issuer, a => a with { MultiTenant = false, DPoP = false, OldAssertion = true, Algorithm = "RS256" }), key);

        Assert.Null(token.Failure);
        Assert.Equal("Bearer", token.Header!.Scheme);
        Assert.Equal("994598759", CompactJws.Read(token.Header.Parameter)!.Claim(TokenClaims.OrgnrParent));
    }

    [Fact]
    public async Task Should_be_refused_with_the_old_style_where_the_new_one_is_wanted()
    {
        using var key = SigningKey.NewRsa("PS256");
        await using var helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [HelseIdBench.Client(key)] });

        var token = await HelseIdBench.TokenAsync(HelseIdBench.Auth(helseId.Issuer, a => a with { OldAssertion = true }), key);

        Assert.Equal(TokenErrors.ClientRefused.Code, token.Failure!.Error.Code);
        Assert.Contains(helseId.Ledger.Refusals, r => r.Description.Contains("typ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nhn:unknown/api", "HUB-TOKEN-001")]
    [InlineData("nhn:test/api nhn:unknown/api", "HUB-TOKEN-001")]
    public async Task Should_call_a_rejected_scope_a_fault_of_the_configuration(string scope, string code)
    {
        using var key = SigningKey.NewRsa("PS256");
        await using var helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [HelseIdBench.Client(key)] });

        var token = await HelseIdBench.TokenAsync(HelseIdBench.Auth(helseId.Issuer, scope: scope), key);

        Assert.Equal((code, "auth.scope", true), (token.Failure!.Error.Code, token.Failure.Error.Path, token.Failure.PartnerDown));
    }

    [Fact]
    public async Task Should_be_refused_for_an_organisation_that_the_client_does_not_serve()
    {
        using var key = SigningKey.NewRsa("PS256");
        await using var helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [HelseIdBench.Client(key)] });

        var token = await HelseIdBench.TokenAsync(HelseIdBench.Auth(helseId.Issuer, a => a with { Parent = "888134574" }), key);

        Assert.Equal(TokenErrors.ClientRefused.Code, token.Failure!.Error.Code);
    }

    [Fact]
    public async Task Should_be_refused_with_the_key_of_somebody_else()
    {
        using var key = SigningKey.NewRsa("PS256");
        using var other = SigningKey.NewRsa("PS256");
        await using var helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [HelseIdBench.Client(key)] });

        Assert.Equal(TokenErrors.ClientRefused.Code, (await HelseIdBench.TokenAsync(HelseIdBench.Auth(helseId.Issuer), other)).Failure!.Error.Code);
    }

    [Fact]
    public async Task Should_say_when_the_key_or_the_issuer_cannot_be_used()
    {
        using var key = SigningKey.NewEc();
        await using var helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [HelseIdBench.Client(key)] });
        var wrong = new UriBuilder(helseId.Issuer) { Host = "localhost" }.Uri;

        Assert.Equal(TokenErrors.BadKey.Code, (await HelseIdBench.TokenAsync(HelseIdBench.Auth(helseId.Issuer, a => a with { Algorithm = "PS256" }), key)).Failure!.Error.Code);
        Assert.Equal(TokenErrors.BadDiscovery.Code, (await HelseIdBench.TokenAsync(HelseIdBench.Auth(wrong), key)).Failure!.Error.Code);
        helseId.Down = true;
        Assert.True((await HelseIdBench.TokenAsync(HelseIdBench.Auth(helseId.Issuer), key)).Failure is { Error.Retryable: true, PartnerDown: true });
    }

    [Fact]
    public async Task Should_ask_once_for_each_scope_however_many_wait()
    {
        using var key = SigningKey.NewRsa("PS256");
        await using var helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [HelseIdBench.Client(key)] });
        var partner = HelseIdBench.Partner(HelseIdBench.Auth(helseId.Issuer));
        using var http = new HttpMessageInvoker(PooledHandler.For(partner));
        var tokens = new AccessTokens(http, partner, HelseIdBench.Context(key.ExportPem()));

        var got = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => tokens.GetAsync(i % 2 == 0 ? null : "nhn:other/api", Cancel).AsTask()));

        Assert.Equal(["nhn:other/api", "nhn:test/api"], helseId.Ledger.Grants.SelectMany(g => g.Scopes).Order(StringComparer.Ordinal));
        Assert.Equal(2, got.Select(t => t.Header!.Parameter).Distinct().Count());
    }

    [Fact]
    public async Task Should_ask_anew_when_a_token_is_near_its_end()
    {
        using var key = SigningKey.NewEc();
        var time = new HandClock();
        await using var helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [HelseIdBench.Client(key)], TokenLifetime = TimeSpan.FromSeconds(100) }, time);
        var partner = HelseIdBench.Partner(HelseIdBench.Auth(helseId.Issuer));
        using var http = new HttpMessageInvoker(PooledHandler.For(partner));
        var tokens = new AccessTokens(http, partner, HelseIdBench.Context(key.ExportPem(), time));

        var first = await tokens.GetAsync(Cancel);
        time.Now += TimeSpan.FromSeconds(79);
        Assert.Same(first, await tokens.GetAsync(Cancel));
        time.Now += TimeSpan.FromSeconds(2);
        Assert.NotSame(first, await tokens.GetAsync(Cancel));
    }

    /// <summary>A clock that the test moves; timers are real.</summary>
    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
