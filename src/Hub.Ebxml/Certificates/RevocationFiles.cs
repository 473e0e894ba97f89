using System.Collections.Concurrent;

namespace Hub.Ebxml.Certificates;

/// <summary>Revocation lists in a folder, which something else keeps fresh; a file is read again when it has changed.</summary>
/// <param name="folder">The folder with <c>*.crl</c> files in DER.</param>
public sealed class RevocationFiles(string folder)
{
    private readonly ConcurrentDictionary<string, (DateTime Written, RevocationList? List)> _files = new(StringComparer.Ordinal);

    /// <summary>The newest list of an issuer.</summary>
    /// <param name="issuerName">DER of the issuer's name.</param>
    /// <returns>The list, or null when there is none that can be read.</returns>
    public RevocationList? Find(ReadOnlyMemory<byte> issuerName)
    {
        RevocationList? newest = null;
        if (!Directory.Exists(folder))
            return null;
        foreach (var path in Directory.EnumerateFiles(folder, "*.crl"))
        {
            if (Read(path) is { } list && list.IssuerName.Span.SequenceEqual(issuerName.Span) && (newest is null || list.ThisUpdate > newest.ThisUpdate))
                newest = list;
        }

        return newest;
    }

    private RevocationList? Read(string path)
    {
        try
        {
            var written = File.GetLastWriteTimeUtc(path);
            if (_files.TryGetValue(path, out var known) && known.Written == written)
                return known.List;
            var list = RevocationList.Read(File.ReadAllBytes(path));
            _files[path] = (written, list);
            return list;
        }
        catch (IOException)
        {
            // A file that is being replaced: without it revocation is unknown, which is temporary by itself.
            return null;
        }
    }
}
