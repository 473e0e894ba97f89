using System.Security.Cryptography.X509Certificates;

namespace Hub.Simulators.Messaging;

/// <summary>The two certificates of an enterprise, each with its private key.</summary>
/// <param name="Signing">Signs (nonRepudiation).</param>
/// <param name="Encryption">Others encrypt to it (keyEncipherment).</param>
public sealed record PartyKeys(X509Certificate2 Signing, X509Certificate2 Encryption)
{
    /// <summary>Writes both as PEM: <c>sign.pem</c>, <c>sign.key</c>, <c>open.pem</c>, <c>open.key</c> (PKCS#8, for the owner's eyes only).</summary>
    /// <param name="folder">Where to; made when missing.</param>
    /// <param name="prefix">Put before each file name; default nothing.</param>
    public void Write(string folder, string prefix = "")
    {
        Directory.CreateDirectory(folder);
        Write(folder, prefix + "sign", Signing);
        Write(folder, prefix + "open", Encryption);
    }

    private static void Write(string folder, string name, X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        File.WriteAllText(Path.Combine(folder, name + ".pem"), certificate.ExportCertificatePem() + "\n");
        var file = Path.Combine(folder, name + ".key");
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem() + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
