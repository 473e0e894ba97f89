using System.Text.Json;
using Hub.Core.Jose;
using Xunit;

namespace Hub.UnitTests.HelseId;

public sealed class JoseTests
{
    // RFC 7515 appendix A.3: a token signed by ES256, with its key.
    private const string Rfc = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    private const string RfcKey = """{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}""";

    [Fact]
    public void Should_verify_the_example_of_the_standard()
    {
        var token = CompactJws.Read(Rfc)!;

        Assert.True(token.Verify(Key(RfcKey)));
        Assert.Equal("joe", token.Claim("iss"));
    }

    [Fact]
    public void Should_compute_the_thumbprint_of_the_standard()
    {
        // RFC 7638 section 3.1.
        const string key = """{"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256","kid":"2011-04-29"}""";

        Assert.Equal("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", Key(key).Thumbprint);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("PS384")]
    [InlineData("PS512")]
    public void Should_sign_by_every_rsa_algorithm(string algorithm)
    {
        using var made = SigningKey.NewRsa(algorithm);
        using var key = SigningKey.Read(made.ExportPem(), algorithm, "k1", out var fault)!;

        Assert.Null(fault);
        var token = CompactJws.Read(CompactJws.Write(key, h => h.WriteString("typ", "x"), c => c.WriteString("iss", "me")))!;
        Assert.True(token.Verify(Key(key.ExportPublicJwk())));
        Assert.Equal((algorithm, "x", "me"), (token.Algorithm.Name, token.Type, token.Claim("iss")));
    }

    [Theory]
    [InlineData("nistP256", "ES256")]
    [InlineData("nistP384", "ES384")]
    [InlineData("nistP521", "ES512")]
    public void Should_sign_by_every_ec_algorithm(string curve, string algorithm)
    {
        using var made = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.CreateFromFriendlyName(curve));
        using var key = SigningKey.Read(made.ExportECPrivateKeyPem(), null, null, out _)!;

        Assert.Equal(algorithm, key.Algorithm.Name);
        Assert.True(CompactJws.Read(CompactJws.Write(key, _ => { }, _ => { }))!.Verify(Key(key.ExportPublicJwk())));
    }

    [Fact]
    public void Should_read_a_private_jwk_with_its_name_and_algorithm()
    {
        using var key = SigningKey.Read(RfcKey[..^1] + ",\"kid\":\"own\",\"alg\":\"ES256\"}", null, "other", out var fault)!;

        Assert.Null(fault);
        Assert.Equal(("own", "ES256"), (key.Public.KeyId, key.Algorithm.Name));
        Assert.True(CompactJws.Read(CompactJws.Write(key, _ => { }, _ => { }))!.Verify(Key(RfcKey)));
    }

    [Theory]
    [InlineData("", null, "neither")]
    [InlineData("hunter2", null, "neither")]
    [InlineData("{\"kty\":\"EC\"}", null, "neither")]
    [InlineData("{\"kty\":\"oct\",\"k\":\"AAAA\",\"d\":\"AAAA\"}", null, "neither")]
    [InlineData(RfcKey, "RS256", "does not fit")]
    [InlineData(RfcKey, "ES384", "does not fit")]
    [InlineData(RfcKey, "HS256", "not one of")]
    [InlineData(RfcKey, "none", "not one of")]
    public void Should_say_what_is_wrong_with_a_key_and_show_nothing_of_it(string text, string? algorithm, string expected)
    {
        Assert.Null(SigningKey.Read(text, algorithm, null, out var fault));
        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_take_no_public_key_for_a_private_one_and_no_short_one()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(1024);
        using var ec = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);

        Assert.Null(SigningKey.Read(rsa.ExportPkcs8PrivateKeyPem(), null, null, out var fault));
        Assert.Contains("2048", fault, StringComparison.Ordinal);
        Assert.Null(SigningKey.Read(ec.ExportSubjectPublicKeyInfoPem(), null, null, out _));
        Assert.Null(SigningKey.Read(RfcKey.Replace("\"d\"", "\"dd\"", StringComparison.Ordinal), null, null, out _));
    }

    [Theory]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.AAAA")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.AAAA")]
    [InlineData("eyJhbGciOiJFUzI1NiIsImNyaXQiOlsiYiJdfQ.e30.AAAA")]
    [InlineData("eyJhbGciOiJFUzI1NiIsImFsZyI6IlJTMjU2In0.e30.AAAA")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.W10.AAAA")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30")]
    [InlineData("a.b.c.d.e")]
    [InlineData("***.***.***")]
    [InlineData("")]
    [InlineData(null)]
    public void Should_not_read_what_is_not_a_token_that_is_taken(string? text) => Assert.Null(CompactJws.Read(text));

    [Fact]
    public void Should_find_a_changed_token()
    {
        var parts = Rfc.Split('.');
        var other = CompactJws.Read($"{parts[0]}.eyJpc3MiOiJqb2V5In0.{parts[2]}")!;

        Assert.False(other.Verify(Key(RfcKey)));
        Assert.False(CompactJws.Read($"{parts[0]}.{parts[1]}.{parts[2][..20]}")!.Verify(Key(RfcKey)));
    }

    [Fact]
    public void Should_take_no_key_with_a_point_off_the_curve()
    {
        var off = Key("""{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"}""");

        Assert.False(CompactJws.Read(Rfc)!.Verify(off));
    }

    private static PublicJwk Key(string json)
    {
        using var document = JsonDocument.Parse(json);
        return PublicJwk.Read(document.RootElement)!;
    }
}
