using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.Mime;

namespace Hub.Host.Commands.Inspect;

/// <summary>Reads what the command line names. What cannot be read is one sentence.</summary>
internal static class InspectFiles
{
    // The largest message of the network, and what base64 and mail headers add to it.
    private static readonly int Limit = MimeLimits.Default.MaxBytes;

    /// <summary>Reads a file, or standard input for -.</summary>
    /// <param name="path">The path.</param>
    public static (byte[]? Bytes, string? Fault) Read(string path)
    {
        try
        {
            if (Directory.Exists(path))
                return (null, "It is a directory.");
            using var source = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            using var bytes = new MemoryStream();
            var block = new byte[64 * 1024];
            int read;
            while ((read = source.Read(block)) > 0)
            {
                bytes.Write(block, 0, read);
                if (bytes.Length > Limit)
                    return (null, $"It is larger than {Limit} bytes, which no message of the network is.");
            }

            return (bytes.ToArray(), null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, "It does not exist.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, $"It cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads a certificate in PEM or DER.</summary>
    /// <param name="path">The path.</param>
    public static (X509Certificate2? Certificate, string? Fault) Certificate(string path) => Load(path, "It is no certificate in PEM or DER.", X509CertificateLoader.LoadCertificate);

    /// <summary>Reads a certificate with its private key in PEM.</summary>
    /// <param name="path">The path.</param>
    public static (X509Certificate2? Certificate, string? Fault) Key(string path) => Load(path, "It is no PEM with a certificate and its RSA private key without password.", bytes =>
    {
        var pem = System.Text.Encoding.UTF8.GetString(bytes);
        var certificate = X509Certificate2.CreateFromPem(pem, pem);
        using var key = certificate.GetRSAPrivateKey();
        return key is null ? throw new CryptographicException("Not RSA.") : certificate;
    });

    private static (X509Certificate2?, string?) Load(string path, string not, Func<byte[], X509Certificate2> load)
    {
        var (bytes, fault) = Read(path);
        if (bytes is null)
            return (null, fault);
        try
        {
            return (load(bytes), null);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return (null, not);
        }
    }
}
