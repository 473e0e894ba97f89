using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Adapters.Json;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>SHA-256 over what an entry says, without what belongs to its way through the feed: the same revision under a new entry id is the same.</summary>
internal static class EntryFingerprint
{
    private static readonly string[] Transport = ["entryId", "published"];

    public static byte[] Of(JsonElement entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in entry.EnumerateObject().Where(f => f.Value.ValueKind != JsonValueKind.Null && !Transport.Contains(f.Name)).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(field.Name)));
            hash.AppendData(Fingerprint.Of(field.Value));
        }

        return hash.GetHashAndReset();
    }
}
