using System.Security.Cryptography;
using System.Text;

namespace Hub.Store.Vault;

/// <summary>The folder with the master key and one key file per tenant. Readable by its owner only. Several processes may use it: files appear whole or not at all.</summary>
internal sealed class KeyDirectory
{
    private const string MasterName = "master.key";

    private readonly string _path;

    public KeyDirectory(string path)
    {
        _path = Path.GetFullPath(path);
        if (!Directory.Exists(_path))
            CreateOwned(_path);
        Master = new DataKey(0, ReadMaster());
    }

    public DataKey Master { get; }

    /// <summary>Reads a tenant's file.</summary>
    /// <returns>Its bytes; null when there is none.</returns>
    public byte[]? Read(string tenant) => Read(new FileInfo(FileOf(tenant)));

    /// <summary>When a tenant's file was written.</summary>
    public DateTime TimeOf(string tenant) => File.GetLastWriteTimeUtc(FileOf(tenant));

    /// <summary>Makes a tenant's file unless another process was first.</summary>
    public void Create(string tenant, byte[] bytes) => Place(FileOf(tenant), bytes, overwrite: false);

    /// <summary>Replaces a tenant's file.</summary>
    public void Replace(string tenant, byte[] bytes) => Place(FileOf(tenant), bytes, overwrite: true);

    /// <summary>Keeps other processes from changing files until the result is disposed.</summary>
    public async Task<IDisposable> LockAsync(CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(10));
        while (true)
        {
            try
            {
                return OpenLock();
            }
            catch (IOException)
            {
                // Somebody else is changing keys right now: that takes milliseconds.
                await Task.Delay(10, deadline.Token);
            }
        }
    }

    private FileStream OpenLock()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 };
        if (OperatingSystem.IsWindows())
            return new FileStream(Path.Combine(_path, "keys.lock"), options);
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(_path, "keys.lock"), options);

        // Versions before this one made it with whatever the umask left.
        if (File.GetUnixFileMode(file.SafeFileHandle) != options.UnixCreateMode)
            File.SetUnixFileMode(file.SafeFileHandle, options.UnixCreateMode.Value);
        return file;
    }

    // A name that is not a plain tenant name does not become a path.
    private string FileOf(string tenant)
    {
        var plain = tenant.Length is > 0 and <= 100 && tenant.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        return Path.Combine(_path, plain ? tenant + ".keys" : "_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tenant))) + ".keys");
    }

    private byte[] ReadMaster()
    {
        var path = Path.Combine(_path, MasterName);
        if (!File.Exists(path))
        {
            // A new master key would make every tenant's keys unreadable for good.
            if (Directory.EnumerateFiles(_path, "*.keys").Any())
                throw new StoreRefusedException($"The key directory has tenants' keys but no {MasterName}. Restore it from the backup.");
            Place(path, RandomNumberGenerator.GetBytes(DataKey.KeyLength), overwrite: false);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == DataKey.KeyLength ? key : throw new StoreRefusedException($"{MasterName} is damaged: it must be {DataKey.KeyLength} bytes. Restore it from the backup.");
    }

    private static byte[]? Read(FileInfo file)
    {
        try
        {
            return File.ReadAllBytes(file.FullName);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private void Place(string path, byte[] bytes, bool overwrite)
    {
        var temporary = Path.Combine(_path, "." + Guid.NewGuid().ToString("N"));
        try
        {
            Write(temporary, FileMode.CreateNew, bytes);
        }
        catch
        {
            // Half of it on a full disk.
            File.Delete(temporary);
            throw;
        }

        try
        {
            File.Move(temporary, path, overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            File.Delete(temporary);
        }

        // Once more under its final name: what is sealed with a key must not outlive it when the power fails now.
        Write(path, FileMode.Open, []);
    }

    private static void Write(string path, FileMode mode, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows() && mode == FileMode.CreateNew)
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    private static void CreateOwned(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
