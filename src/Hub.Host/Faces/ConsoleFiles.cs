using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Hub.Host.Errors;

namespace Hub.Host.Faces;

/// <summary>The files of the web page: those of the folder Console, the runbooks, and what error codes mean in each language.</summary>
internal static class ConsoleFiles
{
    private const string Prefix = "console/";

    private static readonly Lazy<FrozenDictionary<string, ConsoleFile>> All = new(Read);

    /// <summary>A file by its address under /console/.</summary>
    /// <param name="name">Its address.</param>
    /// <returns>The file, null when there is none.</returns>
    public static ConsoleFile? Find(string name) => All.Value.GetValueOrDefault(name.Length == 0 ? "index.html" : name);

    /// <summary>Addresses of all files.</summary>
    public static IReadOnlyList<string> Names => [.. All.Value.Keys.Order(StringComparer.Ordinal)];

    private static FrozenDictionary<string, ConsoleFile> Read()
    {
        var assembly = typeof(ConsoleFiles).Assembly;
        var files = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(n => n[Prefix.Length..], n =>
        {
            using var stream = assembly.GetManifestResourceStream(n)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return File(n, bytes);
        });
        files["errors.json"] = File("errors.json", Words(ErrorWords.English));
        files["errors.nb.json"] = File("errors.nb.json", Words(ErrorWords.Norwegian));
        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static byte[] Words(ErrorWords words) => JsonSerializer.SerializeToUtf8Bytes(words.All.OrderBy(w => w.Key, StringComparer.Ordinal).ToDictionary(w => w.Key, w => w.Value), JsonSerializerOptions.Web);

    private static ConsoleFile File(string name, byte[] bytes) => new(bytes, MediaType(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => MediaTypes.Json,
        ".svg" => "image/svg+xml",
        ".md" => "text/markdown; charset=utf-8",
        _ => throw new InvalidOperationException($"The console has a file of an unknown kind: {name}"),
    };
}

/// <summary>A file.</summary>
/// <param name="Bytes">Its content.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Tag">Its entity tag, from the content.</param>
internal sealed record ConsoleFile(byte[] Bytes, string MediaType, string Tag);
