using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Configuration;

/// <summary>A tenant's end of the message network in its file: what is read, and one failing example per setting.</summary>
public class MessagingFileTests
{
    private const string Section = """

        messaging:
          her: 8094867
          phone: "33171000"
          signing: { certificate: sign.pem, key: env:PATH }
          decryption:
            - { certificate: open.pem, key: "file:/keys/open" }
          register: register
          answers: hub
          answerWithin: 80h
        """;

    private static readonly string Good = ConfigBench.Good.Replace("  epj:\n", "  epj:\n    her: { enterprise: 43, service: 8094866 }\n", StringComparison.Ordinal) + Section;

    [Fact]
    public void Should_read_the_section_with_its_defaults()
    {
        var tenant = ConfigBench.Check(("larvik", Good)).Value[0];
        var messaging = tenant.Messaging!;
        Assert.Equal((8094867, "33171000", "register"), (messaging.Her, messaging.Phone, messaging.Register));
        Assert.Equal(new KeyPairReference("sign.pem", new SecretReference("env:PATH")), messaging.Signing);
        Assert.Equal("open.pem", Assert.Single(messaging.Decryption).Certificate);
        Assert.Equal((AnswerSource.Hub, TimeSpan.FromHours(80)), (messaging.Answers, messaging.AnswerWithin));
        Assert.Equal("/usr/sbin/sendmail", messaging.Sendmail);
        Assert.Equal(new HerAddress(43, 8094866), tenant.Partners["epj"].Her);
        Assert.Equal(8094866, tenant.Partners["epj"].Her!.Party);
    }

    [Theory]
    [InlineData("her: 8094867", "name: Larvik", "messaging.her HUB-CONFIG-003")]
    [InlineData("signing: { certificate: sign.pem, key: env:PATH }", "signing: { certificate: sign.pem, key: secret }", "messaging.signing.key HUB-CONFIG-009")]
    [InlineData("signing: { certificate: sign.pem, key: env:PATH }", "name: x", "messaging.signing HUB-CONFIG-003")]
    [InlineData("- { certificate: open.pem, key: \"file:/keys/open\" }", "- { key: \"file:/keys/open\" }", "messaging.decryption[0].certificate HUB-CONFIG-003")]
    [InlineData("register: register", "registry: register", "messaging.registry HUB-CONFIG-002")]
    [InlineData("answers: hub", "answers: nobody", "messaging.answers HUB-CONFIG-004")]
    [InlineData("answerWithin: 80h", "answerWithin: 97h", "messaging.answerWithin HUB-CONFIG-004")]
    [InlineData("{ enterprise: 43, service: 8094866 }", "{ service: 8094866 }", "partners.epj.her.enterprise HUB-CONFIG-003")]
    [InlineData("mode: lenient", "auth: signature", "partners.dho.inbound.keys HUB-CONFIG-004")]
    public void Should_name_the_fault(string good, string bad, string expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var errors = ConfigBench.Errors(Good.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains(errors, e => e.EndsWith(" " + expected, StringComparison.Ordinal));
    }
}
