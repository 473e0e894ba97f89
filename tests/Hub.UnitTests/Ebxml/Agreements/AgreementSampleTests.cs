using Hub.Ebxml.Agreements;
using Hub.Ebxml.Envelope;
using Xunit;

namespace Hub.UnitTests.Ebxml.Agreements;

public class AgreementSampleTests
{
    private static readonly DateTimeOffset InForce = new(2025, 10, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_read_every_public_agreement_and_profile()
    {
        var files = Directory.GetFiles(PartnerSamples.Folder("cpa"), "*.xml", SearchOption.AllDirectories);
        Assert.True(files.Length >= 20);
        var read = files.ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => AgreementReader.Read(File.ReadAllBytes(f)));

        var refused = read.Where(r => !r.Value.IsOk).ToDictionary(r => r.Key, r => Assert.Single(r.Value.Failures).Code);
        Assert.Equal(
            [
                new("CPA_94867", AgreementReader.Nothing),
                new("CPP_94867", AgreementReader.Nothing),
                new("CommunicationDetails_93238", AgreementReader.WrongRoot),
                new("CommunicationDetails_93252", AgreementReader.WrongRoot),
            ],
            refused.OrderBy(r => r.Key, StringComparer.Ordinal));
        Assert.All(read.Values.Where(r => r.IsOk), r =>
        {
            Assert.All(r.Value!.Parties, p =>
            {
                Assert.NotNull(p.Her);
                Assert.NotEmpty(p.Processes);
                Assert.NotEmpty(p.Certificates);
                Assert.All(p.Processes, process => Assert.NotEmpty(process.Actions));
            });
        });
    }

    [Fact]
    public void Should_find_the_terms_of_a_message_over_mail()
    {
        var agreement = Read("nav-qass-31162_multipleChannels_and_multiple_endpoints.xml");
        Assert.Equal(AgreementKind.Agreement, agreement.Kind);
        Assert.Equal(AgreementStatus.Proposed, agreement.Status);
        Assert.Equal("984886136", agreement.Party(8090595)!.Id("orgnummer"));

        var terms = AgreementTerms.For(agreement, 8090595, 79768, "OppgjorsKontroll", "Oppgjorskrav", InForce).Value!;
        Assert.Equal(new ReliabilityTerms(4, TimeSpan.FromMinutes(240), TimeSpan.FromDays(2)), terms.Reliability);
        Assert.Equal(("Utleverer", "KontrollUtbetaler", "string"), (terms.FromRole, terms.ToRole, terms.ServiceType));
        Assert.Equal((Usage.Always, Usage.Always, Usage.Always, SyncReplyMode.None), (terms.AckRequested, terms.AckSignature, terms.DuplicateElimination, terms.SyncReply));
        Assert.Equal(SignatureTerms.RsaSha256, terms.Signature.SignatureAlgorithm);
        Assert.False(terms.Signature.IsSha1);
        Assert.True(terms.Package!.IsCompressed);
        Assert.True(terms.Package.IsEncrypted);
        Assert.NotNull(terms.Endpoint!.MailAddress);
        Assert.Same(agreement.Party(79768)!.Certificates["NAV_default_crypt_cert"], terms.EncryptionCertificate);
        Assert.NotEmpty(terms.SigningCertificates);
    }

    [Fact]
    public void Should_give_the_endpoint_for_its_purpose()
    {
        var agreement = Read("nav-qass-31162_multipleChannels_and_multiple_endpoints.xml");
        var channel = agreement.Party(8090595)!.Channels.First(c => c.Protocol == "SMTP");
        Assert.Equal("error@edi.nhn.no", channel.EndpointFor("error")!.MailAddress);
        Assert.Equal("allPurpose@edi.nhn.no", channel.EndpointFor("request")!.MailAddress);
        var http = agreement.Party(8090595)!.Channels.First(c => c.Protocol == "HTTP");
        Assert.Equal(new Uri("http://foo.bar"), http.EndpointFor("allPurpose")!.Url);
        Assert.Equal((SyncReplyMode.SignalsAndResponse, Usage.Never), (http.SyncReply, http.AckRequested));
    }

    [Fact]
    public void Should_say_why_a_message_is_outside_the_agreement()
    {
        var agreement = Read("nav-qass-31162.xml");
        Assert.Equal([AgreementTerms.PartyUnknown, AgreementTerms.CannotReceive], Codes(1, 79768, "OppgjorsKontroll", "Utbetaling", InForce));
        Assert.Equal([AgreementTerms.CannotSend, AgreementTerms.CannotReceive], Codes(8090595, 79768, "S-LOG_INNLAGT", "LOG_INNLAGT", InForce));
        Assert.Equal([AgreementTerms.NotInForce], Codes(8090595, 79768, "OppgjorsKontroll", "Oppgjorskrav", InForce.AddYears(-20)));

        string[] Codes(int from, int to, string service, string action, DateTimeOffset at)
        {
            var failures = AgreementTerms.For(agreement, from, to, service, action, at).Failures;
            Assert.All(failures, f => Assert.Contains(AgreementTerms.ErrorCodeOf(f), new[] { ErrorCodes.Inconsistent, ErrorCodes.ValueNotRecognized }));
            return [.. failures.Select(f => f.Code)];
        }
    }

    [Fact]
    public void Should_read_algorithm_names()
    {
        var profile = AgreementReader.Read(File.ReadAllBytes(PartnerSamples.File("cpa", "helsenorge", "CPP_93238.xml"))).Value!;
        Assert.Equal(AgreementKind.Profile, profile.Kind);
        Assert.Equal(0, profile.Parties[0].Channels[0].Sending.Reliability!.Retries);
        Assert.True(profile.Parties[0].Channels[0].Sending.Signature!.IsSha1);
    }

    private static Agreement Read(string name) =>
        AgreementReader.Read(File.ReadAllBytes(PartnerSamples.File("cpa", "ebxml-processor", name))).Value!;
}
