using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.AddressRegister;
using Hub.Ebxml.Certificates;
using Hub.Simulators.Messaging;
using Xunit;

namespace Hub.UnitTests.Counterparts;

/// <summary>What the simulator writes for a hub to read.</summary>
public sealed class RegisterFilesTests
{
    [Fact]
    public void Should_write_entries_keys_and_lists_that_the_register_reader_and_the_certificate_check_take()
    {
        var folder = Directory.CreateTempSubdirectory("hub-register");
        try
        {
            using var issuer = new MessagingCa();
            var keys = issuer.KeysFor(CounterpartParty.Gp);
            RegisterFiles.Write(folder.FullName, CounterpartParty.Gp, keys.Signing, keys.Encryption);
            RegisterFiles.WriteRevocations(Path.Combine(folder.FullName, "crl"), issuer);
            keys.Write(Path.Combine(folder.FullName, "keys"));

            var reading = AddressBookFolder.Read(folder.FullName);
            var entry = reading.Book.Find(CounterpartParty.Gp.ServiceHer)!;
            using var pem = X509Certificate2.CreateFromPemFile(Path.Combine(folder.FullName, "keys", "sign.pem"), Path.Combine(folder.FullName, "keys", "sign.key"));
            var check = new CertificateCheck(new CertificateTrust([issuer.Root], []), new RevocationFiles(Path.Combine(folder.FullName, "crl")).Find);
            var now = TimeProvider.System.GetUtcNow();

            Assert.Empty(reading.Failures);
            Assert.Equal((PartyLevel.Service, CounterpartParty.Gp.EnterpriseHer), (entry.Level, entry.ParentHer));
            Assert.True(entry.SigningCertificate!.IsComplete && entry.EncryptionCertificate!.IsComplete);
            Assert.IsType<CertificateAccepted>(check.Decide(pem, CertificatePurpose.Signing, now, now, [keys.Signing]));

            issuer.Revoke(keys.Signing);
            RegisterFiles.WriteRevocations(Path.Combine(folder.FullName, "crl"), issuer);
            Assert.IsType<CertificateRefused>(check.Decide(pem, CertificatePurpose.Signing, now, now, [keys.Signing]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
