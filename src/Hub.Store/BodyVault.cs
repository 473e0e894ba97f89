using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Storage;
using Hub.Store.Vault;

namespace Hub.Store;

/// <summary>Encryption at rest with keys in files: a master key wraps the data keys and the patient-hash key of each tenant. A tenant's keys are made at its first use.</summary>
public sealed class BodyVault : IBodyVault
{
    /// <summary>How often the files are looked at for keys that another process has rotated.</summary>
    private const int RecheckMilliseconds = 30_000;

    private readonly KeyDirectory _directory;
    private readonly ConcurrentDictionary<string, TenantKeys> _tenants = new(StringComparer.Ordinal);

    private BodyVault(KeyDirectory directory) => _directory = directory;

    /// <summary>Opens a key directory; makes it, readable by its owner only, when there is none. Back it up apart from the database: without it no body can be read.</summary>
    /// <param name="keyDirectory">The folder. Several processes may share it.</param>
    /// <returns>The vault.</returns>
    /// <exception cref="StoreRefusedException">The master key is missing or damaged.</exception>
    public static BodyVault Open(string keyDirectory) => new(new KeyDirectory(keyDirectory));

    /// <inheritdoc/>
    public byte[] Seal(string tenant, ReadOnlySpan<byte> body)
    {
        var key = KeysOf(tenant).Seals;
        var length = BodyCompression.Compress(body, out var rented);
        try
        {
            var plain = length > 0 ? rented.AsSpan(0, length) : body;
            var result = new byte[SealedHeader.Length + DataKey.NonceLength + plain.Length + DataKey.TagLength];
            new SealedHeader(key.Id, length > 0 ? body.Length : 0).Write(result);
            Span<byte> context = stackalloc byte[MaxContext];
            key.Encrypt(plain, result.AsSpan(SealedHeader.Length), Context(tenant, result, context));
            return result;
        }
        finally
        {
            if (length > 0)
                ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    /// <inheritdoc/>
    public Result<byte[]> Open(string tenant, ReadOnlySpan<byte> sealedBody)
    {
        var length = sealedBody.Length - SealedHeader.Length - DataKey.NonceLength - DataKey.TagLength;
        if (length < 0 || !SealedHeader.TryRead(sealedBody, out var header) || KeyOf(tenant, header.KeyId) is not { } key)
            return DeliveryErrors.BodyUnreadable.At();
        Span<byte> context = stackalloc byte[MaxContext];
        var inside = sealedBody[SealedHeader.Length..];
        if (!header.IsCompressed)
        {
            var body = new byte[length];
            return key.TryDecrypt(inside, body, Context(tenant, sealedBody, context)) ? body : DeliveryErrors.BodyUnreadable.At();
        }

        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            // The length is believed only after the seal was found whole.
            var compressed = rented.AsSpan(0, length);
            if (header.PlainLength > BodyCompression.MaxPlainLength || !key.TryDecrypt(inside, compressed, Context(tenant, sealedBody, context)))
                return DeliveryErrors.BodyUnreadable.At();
            var body = new byte[header.PlainLength];
            return BodyCompression.TryExpand(compressed, body) ? body : DeliveryErrors.BodyUnreadable.At();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    /// <inheritdoc/>
    public Guid PatientKey(string tenant, Identifier patient)
    {
        var length = Encoding.UTF8.GetByteCount(patient.System) + 1 + Encoding.UTF8.GetByteCount(patient.Value);
        Span<byte> input = length <= 256 ? stackalloc byte[length] : new byte[length];
        var used = Encoding.UTF8.GetBytes(patient.System, input);
        input[used++] = 0;
        Encoding.UTF8.GetBytes(patient.Value, input[used..]);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(KeysOf(tenant).Patients, input, hash);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>Gives a tenant a new data key: what is sealed from now on uses it, what was sealed before stays readable. Patient hashes do not change. Other processes follow within half a minute.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="announce">Told the id of the new key before anything changes, so that no key is in use of which nothing is written. What it throws leaves the keys as they are. Null for nobody.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Id of the new key.</returns>
    /// <exception cref="StoreRefusedException">The tenant's keys are damaged, or it has had as many as there can be.</exception>
    public async Task<int> RotateAsync(string tenant, Func<int, Task>? announce, CancellationToken cancel)
    {
        KeysOf(tenant);
        using (await _directory.LockAsync(cancel))
        {
            var (file, _) = Load(tenant);
            if (file.Keys.Count == KeyFile.MostKeys)
                throw new StoreRefusedException("The tenant has had as many keys as there can be.");
            if (announce is not null)
                await announce(file.Keys.Count + 1);
            _directory.Replace(tenant, file.Rotated(_directory.Master).Bytes());
            var keys = _tenants[tenant] = Load(tenant).Keys;
            return keys.Seals.Id;
        }
    }

    private const int MaxContext = SealedHeader.Length + 512;

    private static ReadOnlySpan<byte> Context(string tenant, ReadOnlySpan<byte> sealedBody, Span<byte> buffer)
    {
        var length = SealedHeader.Length + Encoding.UTF8.GetByteCount(tenant);
        var context = length <= buffer.Length ? buffer[..length] : new byte[length];
        sealedBody[..SealedHeader.Length].CopyTo(context);
        Encoding.UTF8.GetBytes(tenant, context[SealedHeader.Length..]);
        return context;
    }

    private DataKey? KeyOf(string tenant, ushort id)
    {
        if (_tenants.TryGetValue(tenant, out var keys) && keys.All.TryGetValue(id, out var key))
            return key;

        // Not known yet: another process may have made it. A tenant without a file never sealed anything.
        if (_directory.Read(tenant) is not { } bytes || KeyFile.Read(bytes, tenant, _directory.Master) is not { } read)
            return null;
        _tenants[tenant] = read.Keys;
        return read.Keys.All.GetValueOrDefault(id);
    }

    private TenantKeys KeysOf(string tenant)
    {
        if (!_tenants.TryGetValue(tenant, out var keys))
            return _tenants.GetOrAdd(tenant, static (name, vault) => vault.LoadOrMake(name), this);
        if (Environment.TickCount64 - keys.CheckedAt < RecheckMilliseconds)
            return keys;
        keys.CheckedAt = Environment.TickCount64;
        return _directory.TimeOf(tenant) == keys.FileTime ? keys : _tenants[tenant] = Load(tenant).Keys;
    }

    private TenantKeys LoadOrMake(string tenant)
    {
        try
        {
            if (_directory.Read(tenant) is null)
                _directory.Create(tenant, KeyFile.New(tenant, _directory.Master).Bytes());
            return Load(tenant).Keys;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A full disk: who sends comes again, as when the database does not answer.
            throw new StoreUnavailableException("The keys of a tenant cannot be read or made.", fault);
        }
    }

    private (KeyFile File, TenantKeys Keys) Load(string tenant)
    {
        // The time is read first: a file that changes in between is read again at the next look.
        var time = _directory.TimeOf(tenant);
        if (_directory.Read(tenant) is not { } bytes || KeyFile.Read(bytes, tenant, _directory.Master) is not { } read)
            throw new StoreRefusedException("A tenant's key file is damaged or belongs to another master key. Restore it from the backup.");
        return (read.File, read.Keys with { FileTime = time, CheckedAt = Environment.TickCount64 });
    }
}
