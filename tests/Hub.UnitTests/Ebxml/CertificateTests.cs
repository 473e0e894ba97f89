using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.Certificates;
using Xunit;

namespace Hub.UnitTests.Ebxml;

/// <summary>A certificate is relied on when purpose, time, chain, revocation and register all say so.</summary>
public sealed class CertificateTests
{
    private static readonly DateTimeOffset Now = TestAuthority.Start;

    [Fact]
    public void Should_accept_a_good_certificate_and_name_what_is_wrong_with_others()
    {
        var authority = new TestAuthority("Root of its own");
        var good = authority.Signing("Good");
        var revoked = authority.Signing("Revoked");
        authority.Revoke(revoked);
        var check = Check(authority, authority.RevocationList(Now.AddDays(-1), Now.AddDays(1)));

        Assert.IsType<CertificateAccepted>(check.Decide(good, CertificatePurpose.Signing, Now, Now));
        Assert.IsType<CertificateAccepted>(check.Decide(good, CertificatePurpose.Signing, Now, Now, [good]));
        Refused(CertificateFaults.Revoked, check.Decide(revoked, CertificatePurpose.Signing, Now, Now));
        Refused(CertificateFaults.NotThePartners, check.Decide(good, CertificatePurpose.Signing, Now, Now, [revoked]));
        Refused(CertificateFaults.WrongPurpose, check.Decide(good, CertificatePurpose.Encryption, Now, Now));
        Refused(CertificateFaults.WrongPurpose, check.Decide(authority.Encryption("Other"), CertificatePurpose.Signing, Now, Now));
        Refused(CertificateFaults.Expired, check.Decide(authority.Signing("Old", to: Now.AddDays(-1)), CertificatePurpose.Signing, Now, Now));
        Refused(CertificateFaults.NotYetValid, check.Decide(authority.Signing("New", from: Now.AddDays(1)), CertificatePurpose.Signing, Now, Now));
        Refused(CertificateFaults.Untrusted, check.Decide(TestAuthority.Foreign.Signing("Foreign"), CertificatePurpose.Signing, Now, Now));
    }

    [Fact]
    public void Should_leave_revocation_undecided_without_a_fresh_list_of_the_issuer()
    {
        var authority = new TestAuthority("Root without lists");
        var certificate = authority.Signing("Good");
        var stale = authority.RevocationList(Now.AddDays(-9), Now.AddDays(-2));
        var forged = new TestAuthority("Root without lists").RevocationList(Now.AddDays(-1), Now.AddDays(1));

        Undecided(Check(authority, null).Decide(certificate, CertificatePurpose.Signing, Now, Now));
        Undecided(Check(authority, stale).Decide(certificate, CertificatePurpose.Signing, Now, Now));
        Undecided(Check(authority, forged).Decide(certificate, CertificatePurpose.Signing, Now, Now));
        var patient = Check(authority, stale) with { Grace = TimeSpan.FromDays(3) };
        Assert.IsType<CertificateAccepted>(patient.Decide(certificate, CertificatePurpose.Signing, Now, Now));
    }

    [Fact]
    public void Should_find_the_newest_list_of_an_issuer_in_a_folder()
    {
        var folder = Directory.CreateTempSubdirectory("crl");
        try
        {
            var authority = new TestAuthority("Root with files");
            File.WriteAllBytes(Path.Combine(folder.FullName, "a.crl"), authority.RevocationList(Now.AddDays(-2), Now));
            File.WriteAllBytes(Path.Combine(folder.FullName, "b.crl"), authority.RevocationList(Now.AddDays(-1), Now));
            File.WriteAllText(Path.Combine(folder.FullName, "c.crl"), "not a list");
            var files = new RevocationFiles(folder.FullName);

            Assert.Equal(Now.AddDays(-1), files.Find(authority.Root.SubjectName.RawData)!.ThisUpdate);
            Assert.Null(files.Find(TestAuthority.Foreign.Root.SubjectName.RawData));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Should_judge_the_public_test_certificates_as_their_names_say()
    {
        var list = RevocationList.Read(Standards.Sample("certificates/BPClass3CA2.crl"))!;
        var at = new DateTimeOffset(2023, 11, 7, 12, 0, 0, TimeSpan.Zero);

        Assert.True(list.Contains(Load("revoked")));
        Assert.False(list.Contains(Load("valid")));
        Assert.False(list.Contains(Load("expired")));
        Assert.Equal(new DateTimeOffset(2023, 11, 8, 5, 0, 10, TimeSpan.Zero), list.NextUpdate);
        Assert.True(Load("expired").NotAfter < at);
        var check = new CertificateCheck(null, _ => list);
        Assert.NotEqual("", check.Decide(Load("revoked"), CertificatePurpose.Encryption, at, at) is CertificateRefused r ? r.Reason : "");
    }

    private static X509Certificate2 Load(string name) =>
        X509CertificateLoader.LoadCertificate(Standards.Sample($"certificates/{name}.qcevident.ca23.ssl.buypass.no.cer"));

    private static CertificateCheck Check(TestAuthority authority, byte[]? list)
    {
        var read = list is null ? null : RevocationList.Read(list);
        return new CertificateCheck(new CertificateTrust([authority.Root], []), _ => read);
    }

    private static void Refused(string reason, CertificateVerdict verdict) => Assert.Equal(reason, Assert.IsType<CertificateRefused>(verdict).Reason);

    private static void Undecided(CertificateVerdict verdict) =>
        Assert.Equal(CertificateFaults.RevocationUnknown, Assert.IsType<CertificateUndecided>(verdict).Reason);
}
