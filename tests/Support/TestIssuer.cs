using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hub.Tests.Support;

/// <summary>An authorization server of the HelseID kind for tests: gives out its discovery document and its keys on loopback, and signs whatever tokens a test asks for, right or wrong.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestIssuer(WebApplication app) => _app = app;

    /// <summary>Audience of the tokens it makes.</summary>
    public const string Audience = "test:hub";

    public string Issuer => _app.Urls.First();

    // Made once: a new RSA key takes a second on a busy machine.
    private static readonly TestSigner Standard = TestSigner.Rsa("k1");

    /// <summary>The key that signs now.</summary>
    public TestSigner Signer { get; set; } = Standard;

    /// <summary>What its key set says.</summary>
    public Func<IReadOnlyList<TestSigner>>? Published { get; set; }

    /// <summary>How often the keys were fetched.</summary>
    public int KeyFetches;

    /// <summary>False while it answers 503.</summary>
    public bool Up { get; set; } = true;

    public static async Task<TestIssuer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var issuer = new TestIssuer(app);
        app.Run(issuer.AnswerAsync);
        await app.StartAsync();
        return issuer;
    }

    /// <summary>Signs a token.</summary>
    /// <param name="claims">Claims that are added or, where the value is null, left out.</param>
    /// <param name="signer">Who signs; null = the key in force.</param>
    /// <param name="type">Its typ.</param>
    /// <param name="life">How long it lives.</param>
    public string Token(IReadOnlyDictionary<string, object?>? claims = null, TestSigner? signer = null, string type = "at+jwt", TimeSpan? life = null)
    {
        var now = DateTimeOffset.UtcNow;
        var all = new Dictionary<string, object?>
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["nbf"] = now.AddSeconds(-1).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + (life ?? TimeSpan.FromMinutes(10))).ToUnixTimeSeconds(),
            ["client_id"] = "viewer",
            ["sub"] = "user-1",
            ["jti"] = Guid.NewGuid().ToString(),
        };
        foreach (var (name, value) in claims ?? new Dictionary<string, object?>())
            all[name] = value;
        return (signer ?? Signer).Sign(type, null, all.Where(c => c.Value is not null).ToDictionary());
    }

    /// <summary>Claims of a user of an organisation.</summary>
    public static Dictionary<string, object?> User(string orgnr, string role = "LE", string scope = "user/*.read", string hpr = "9144900", string pid = "04048900181") => new()
    {
        ["scope"] = new[] { "openid", scope },
        ["helseid://claims/identity/pid"] = pid,
        ["helseid://claims/identity/security_level"] = "4",
        ["helseid://claims/hpr/hpr_number"] = hpr,
        ["helseid://claims/hpr/hpr_details"] = new { hpr_number = int.Parse(hpr, System.Globalization.CultureInfo.InvariantCulture), approvals = new[] { new { profession = role, authorization = new { value = "1", description = "Autorisasjon" } } } },
        ["helseid://claims/client/claims/orgnr_parent"] = orgnr,
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (!Up)
        {
            http.Response.StatusCode = 503;
            return;
        }

        switch (http.Request.Path.Value)
        {
            case "/.well-known/openid-configuration":
                await http.Response.WriteAsync(JsonSerializer.Serialize(new
                {
                    issuer = Issuer,
                    authorization_endpoint = $"{Issuer}/connect/authorize",
                    token_endpoint = $"{Issuer}/connect/token",
                    jwks_uri = $"{Issuer}/.well-known/openid-configuration/jwks",
                }));
                return;
            case "/.well-known/openid-configuration/jwks":
                Interlocked.Increment(ref KeyFetches);
                await http.Response.WriteAsync(JsonSerializer.Serialize(new { keys = (Published?.Invoke() ?? [Signer]).Select(s => s.Jwk) }));
                return;
            default:
                http.Response.StatusCode = 404;
                return;
        }
    }
}

/// <summary>A key pair that signs JWTs.</summary>
internal sealed class TestSigner
{
    private readonly Func<byte[], byte[]> _sign;

    private TestSigner(string id, string algorithm, Dictionary<string, object> jwk, Func<byte[], byte[]> sign) => (Id, Algorithm, Jwk, _sign) = (id, algorithm, jwk, sign);

    public string Id { get; }

    public string Algorithm { get; set; }

    public Dictionary<string, object> Jwk { get; }

    /// <summary>Thumbprint as RFC 7638 has it.</summary>
    public string Thumbprint => Text(SHA256.HashData(Encoding.ASCII.GetBytes(Jwk.TryGetValue("n", out var modulus)
        ? $$"""{"e":"{{Jwk["e"]}}","kty":"RSA","n":"{{modulus}}"}"""
        : $$"""{"crv":"{{Jwk["crv"]}}","kty":"EC","x":"{{Jwk["x"]}}","y":"{{Jwk["y"]}}"}""")));

    public static TestSigner Rsa(string id, string algorithm = "PS256", int bits = 2048)
    {
        var key = RSA.Create(bits);
        var p = key.ExportParameters(false);
        var hash = HashOf(algorithm);
        var padding = algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return new TestSigner(id, algorithm, new() { ["kty"] = "RSA", ["kid"] = id, ["use"] = "sig", ["n"] = Text(p.Modulus!), ["e"] = Text(p.Exponent!) }, data => key.SignData(data, hash, padding));
    }

    public static TestSigner Curve(string id, string algorithm = "ES256")
    {
        var (name, curve) = algorithm switch
        {
            "ES256" => ("P-256", ECCurve.NamedCurves.nistP256),
            "ES384" => ("P-384", ECCurve.NamedCurves.nistP384),
            _ => ("P-521", ECCurve.NamedCurves.nistP521),
        };
        var key = ECDsa.Create(curve);
        var p = key.ExportParameters(false);
        return new TestSigner(id, algorithm, new() { ["kty"] = "EC", ["kid"] = id, ["crv"] = name, ["x"] = Text(p.Q.X!), ["y"] = Text(p.Q.Y!) }, data => key.SignData(data, HashOf(algorithm)));
    }

    public string Sign(string type, IReadOnlyDictionary<string, object?>? header, IReadOnlyDictionary<string, object?> claims)
    {
        var head = new Dictionary<string, object?> { ["alg"] = Algorithm, ["typ"] = type, ["kid"] = Id };
        foreach (var (name, value) in header ?? new Dictionary<string, object?>())
            head[name] = value;
        var signed = $"{Text(JsonSerializer.SerializeToUtf8Bytes(head))}.{Text(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{signed}.{Text(_sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Makes a DPoP proof.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="address">Address without query.</param>
    /// <param name="token">The token.</param>
    /// <param name="changes">Claims that are changed or, where the value is null, left out.</param>
    /// <param name="header">Header members that are changed.</param>
    /// <param name="type">Its typ.</param>
    public string Proof(string method, string address, string token, IReadOnlyDictionary<string, object?>? changes = null, IReadOnlyDictionary<string, object?>? header = null, string type = "dpop+jwt")
    {
        var claims = new Dictionary<string, object?>
        {
            ["jti"] = Guid.NewGuid().ToString(),
            ["htm"] = method,
            ["htu"] = address,
            ["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["ath"] = Text(SHA256.HashData(Encoding.ASCII.GetBytes(token))),
        };
        foreach (var (name, value) in changes ?? new Dictionary<string, object?>())
            claims[name] = value;
        return Sign(type, header ?? new Dictionary<string, object?> { ["jwk"] = Jwk }, claims.Where(c => c.Value is not null).ToDictionary());
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static HashAlgorithmName HashOf(string algorithm) => new($"SHA{algorithm[2..]}");
}
