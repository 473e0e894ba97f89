using System.Security.Cryptography;
using System.Text;

namespace Hub.Tests.Support;

/// <summary>A key of a test's own making, and the hash that configuration files hold.</summary>
internal sealed record TestKey(string Value)
{
    public string Hash => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Value)))}";

    public static TestKey New(string name) => new($"hub_test_{name}_{Guid.NewGuid():N}");
}
