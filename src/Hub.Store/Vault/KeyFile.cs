using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hub.Store.Vault;

/// <summary>A tenant's key file: JSON with every key wrapped (AES-256-GCM) by the master key, bound to the tenant and to what the key is for.</summary>
/// <param name="Tenant">Whose keys.</param>
/// <param name="Patients">Wrapped key of the patients' hashes, base64.</param>
/// <param name="Keys">Wrapped data keys, base64, oldest first; the id of the first is 1.</param>
internal sealed record KeyFile(string Tenant, string Patients, IReadOnlyList<string> Keys)
{
    /// <summary>Ids of keys stand in two bytes of what is sealed.</summary>
    public const int MostKeys = ushort.MaxValue;

    private const int WrappedLength = DataKey.NonceLength + DataKey.KeyLength + DataKey.TagLength;

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static KeyFile New(string tenant, DataKey master) =>
        new KeyFile(tenant, Wrap(tenant, "patients", master, RandomNumberGenerator.GetBytes(DataKey.KeyLength)), []).Rotated(master);

    /// <summary>With one more data key.</summary>
    public KeyFile Rotated(DataKey master) =>
        this with { Keys = [.. Keys, Wrap(Tenant, Role(Keys.Count + 1), master, RandomNumberGenerator.GetBytes(DataKey.KeyLength))] };

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, Format);

    /// <summary>Reads and unwraps.</summary>
    /// <returns>The keys; null when the file is damaged, is another tenant's or was wrapped by another master key.</returns>
    public static (KeyFile File, TenantKeys Keys)? Read(byte[] bytes, string tenant, DataKey master)
    {
        try
        {
            var file = JsonSerializer.Deserialize<KeyFile>(bytes, Format);
            if (file?.Tenant != tenant || file.Keys is not { Count: > 0 and <= MostKeys })
                return null;
            var keys = file.Keys.Select((wrapped, i) => new DataKey((ushort)(i + 1), Unwrap(tenant, Role(i + 1), master, wrapped))).ToList();
            return (file, new TenantKeys(
                keys[^1], System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(keys, k => k.Id), Unwrap(tenant, "patients", master, file.Patients)));
        }
        catch (Exception fault) when (fault is JsonException or FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static string Role(int id) => $"data {id}";

    private static string Wrap(string tenant, string role, DataKey master, byte[] key)
    {
        var wrapped = new byte[WrappedLength];
        master.Encrypt(key, wrapped, Context(tenant, role));
        return Convert.ToBase64String(wrapped);
    }

    private static byte[] Unwrap(string tenant, string role, DataKey master, string text)
    {
        var (wrapped, key) = (Convert.FromBase64String(text), new byte[DataKey.KeyLength]);
        return wrapped.Length == WrappedLength && master.TryDecrypt(wrapped, key, Context(tenant, role))
            ? key
            : throw new CryptographicException("The key does not unwrap.");
    }

    private static byte[] Context(string tenant, string role) => Encoding.UTF8.GetBytes($"hub key\0{tenant}\0{role}");
}
