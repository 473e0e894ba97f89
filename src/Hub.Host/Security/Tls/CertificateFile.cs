using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration;

namespace Hub.Host.Security.Tls;

/// <summary>Reads the certificate of the hub's own https addresses.</summary>
internal static class CertificateFile
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>Reads it.</summary>
    /// <param name="settings">Where it is.</param>
    /// <param name="secrets">Reads the key.</param>
    /// <returns>The certificate with its key and its issuers, or why not. Its validity in time is judged where it is watched.</returns>
    public static Result<ServerCertificate> Read(TlsSettings settings, ISecretReader secrets)
    {
        var key = secrets.Read(settings.Key);
        if (!key.IsOk)
            return ConfigErrors.SecretMissing.At("tls.key", key.Errors[0].Text);
        try
        {
            var text = File.ReadAllText(secrets.Locate(settings.Certificate));
            var own = X509Certificate2.CreateFromPem(text, key.Value);
            var issuers = new X509Certificate2Collection();
            issuers.ImportFromPem(text);
            issuers.RemoveAt(0);
            return Names(own)
                ? new ServerCertificate(own, issuers)
                : ConfigErrors.BadValue.At("tls.certificate", "The certificate is not one of a server (extended key usage serverAuth)");
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            return ConfigErrors.BadValue.At("tls", "Certificate and key are not a pair in PEM form, or the key is encrypted");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ConfigErrors.SecretMissing.At("tls.certificate", $"The file {settings.Certificate} cannot be read");
        }
    }

    // RFC 5280, 4.2.1.12: without the extension it may be used for anything.
    private static bool Names(X509Certificate2 own) =>
        own.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is not { } usage || usage.EnhancedKeyUsages.OfType<Oid>().Any(o => o.Value == ServerAuthentication);
}
