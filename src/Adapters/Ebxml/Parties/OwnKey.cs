using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Ebxml.Parties;

/// <summary>Loads a certificate of the tenant with its private key.</summary>
internal static class OwnKey
{
    /// <summary>Loads it.</summary>
    /// <param name="reference">Where it is.</param>
    /// <param name="path">Setting that error texts name.</param>
    /// <param name="usage">Key usage it must have.</param>
    /// <param name="secrets">Reads it.</param>
    /// <returns>The certificate with its key, or why not. Its validity is judged where it is used.</returns>
    public static Result<X509Certificate2> Load(KeyPairReference reference, string path, X509KeyUsageFlags usage, ISecretReader secrets)
    {
        var key = secrets.Read(reference.Key);
        if (!key.IsOk)
            return ConfigErrors.SecretMissing.At($"{path}.key", key.Errors[0].Text);
        try
        {
            var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(secrets.Locate(reference.Certificate)), key.Value);
            if (certificate.GetRSAPrivateKey() is null)
                return EbxmlErrors.KeyUnusable.At(path, "The key is no RSA key");
            return Has(certificate, usage) ? certificate : EbxmlErrors.KeyUnusable.At(path, $"The certificate lacks the key usage {usage}");
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            return EbxmlErrors.KeyUnusable.At(path, "Certificate and key are not a pair in PEM form");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return EbxmlErrors.KeyUnusable.At($"{path}.certificate", "The file cannot be read");
        }
    }

    private static bool Has(X509Certificate2 certificate, X509KeyUsageFlags usage)
    {
        var extension = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        return extension is null || (extension.KeyUsages & usage) != 0;
    }
}
