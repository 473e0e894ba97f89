using System.Text;
using Hub.Ebxml.Agreements;
using Xunit;

namespace Hub.UnitTests.Ebxml.Agreements;

public class AgreementReaderTests
{
    private const string Start = "<a:CollaborationProtocolAgreement xmlns:a=\"http://www.oasis-open.org/committees/ebxml-cppa/schema/cpp-cpa-2_0.xsd\" ";

    [Theory]
    [InlineData("", AgreementReader.NotXml)]
    [InlineData("not xml", AgreementReader.NotXml)]
    [InlineData("<a><b></a>", AgreementReader.NotXml)]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", AgreementReader.NotXml)]
    [InlineData("<a/>", AgreementReader.WrongRoot)]
    [InlineData("<CollaborationProtocolAgreement/>", AgreementReader.WrongRoot)]
    [InlineData("<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'/>", AgreementReader.Nothing)]
    public void Should_refuse_what_is_no_agreement(string xml, string code)
    {
        var failure = Assert.Single(AgreementReader.Read(Encoding.UTF8.GetBytes(xml)).Failures);
        Assert.Equal(code, failure.Code);
    }

    [Fact]
    public void Should_tell_everything_that_is_missing_at_once()
    {
        var failures = AgreementReader.Read(Encoding.UTF8.GetBytes(Start + "><a:PartyInfo/></a:CollaborationProtocolAgreement>")).Failures;
        Assert.Equal([AgreementReader.NoId, AgreementReader.NoParty, AgreementReader.NoParty], failures.Select(f => f.Code));
        Assert.Contains("/CollaborationProtocolAgreement/PartyInfo[1]/PartyId", failures.Select(f => f.Path));
    }

    [Fact]
    public void Should_remark_odd_values_and_go_on_with_the_usual_ones()
    {
        var agreement = AgreementReader.Read(Encoding.UTF8.GetBytes(Start + """
            cpaid="x"><a:Status value="perhaps"/><a:Start>yesterday</a:Start><a:Unknown/>
              <a:PartyInfo defaultMshChannelId="none">
                <a:PartyId type="her">100</a:PartyId>
                <a:Certificate certId="c"><x>no</x></a:Certificate>
                <a:DeliveryChannel channelId="c" transportId="t" docExchangeId="d"><a:MessagingCharacteristics ackRequested="now"/></a:DeliveryChannel>
                <a:DeliveryChannel channelId="c"/>
                <a:DocExchange docExchangeId="d"><a:ebXMLSenderBinding>
                  <a:ReliableMessaging><a:Retries>many</a:Retries><a:RetryInterval>soon</a:RetryInterval></a:ReliableMessaging>
                  <a:PersistDuration>PT1H</a:PersistDuration></a:ebXMLSenderBinding></a:DocExchange>
              </a:PartyInfo>
              <a:PartyInfo><a:PartyId>200</a:PartyId></a:PartyInfo>
            </a:CollaborationProtocolAgreement>
            """)).Value!;
        Assert.Equal(100, agreement.Parties[0].Her);
        Assert.Null(agreement.Parties[1].Her);
        Assert.Equal(new ReliabilityTerms(4, TimeSpan.FromHours(12), TimeSpan.FromHours(1)), agreement.Parties[0].Channels[0].Sending.Reliability);
        Assert.True(agreement.IsValidAt(DateTimeOffset.UnixEpoch));
        Assert.Equal(
            ["cpa-doubled-id", "cpa-lost-reference", "cpa-odd-value"],
            agreement.Remarks.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(9, agreement.Remarks.Count);
    }

    [Fact]
    public void Should_refuse_deep_nesting_and_every_cut()
    {
        var deep = string.Concat(Enumerable.Repeat("<x>", 200_000)) + string.Concat(Enumerable.Repeat("</x>", 200_000));
        var xml = Start + "cpaid='x'>" + Party(1, deep) + Party(2, "") + "</a:CollaborationProtocolAgreement>";
        Assert.Equal(AgreementReader.TooDeep, Assert.Single(AgreementReader.Read(Encoding.UTF8.GetBytes(xml)).Failures).Code);

        var small = Encoding.UTF8.GetBytes(Start + "cpaid='x'>" + Party(1, "<a:Certificate certId='c'/>") + Party(2, "") + "</a:CollaborationProtocolAgreement>");
        for (var length = 0; length < small.Length; length++)
            Assert.Equal(AgreementReader.NotXml, Assert.Single(AgreementReader.Read(small.AsMemory(0, length)).Failures).Code);
        Assert.Equal(AgreementReader.TooLarge, Assert.Single(AgreementReader.Read(new byte[AgreementReader.MaxBytes + 1]).Failures).Code);

        static string Party(int her, string inside) => $"<a:PartyInfo><a:PartyId a:type='HER'>{her}</a:PartyId>{inside}</a:PartyInfo>";
    }

    [Theory]
    [InlineData("mailto://a@b.no", "a@b.no")]
    [InlineData("mailto:a@b.no", "a@b.no")]
    [InlineData("MAILTO:a@b.no ", "a@b.no")]
    [InlineData("https://b.no/msh", null)]
    public void Should_read_both_forms_of_a_mail_endpoint(string address, string? mail) =>
        Assert.Equal(mail, new ChannelEndpoint(address).MailAddress);

    [Theory]
    [InlineData("8094866", 8094866)]
    [InlineData(" 43 ", 43)]
    [InlineData("431001063", 431001063)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("12a", null)]
    [InlineData("99999999999", null)]
    [InlineData(null, null)]
    public void Should_read_a_her_id_as_a_positive_number(string? text, int? her) => Assert.Equal(her, HerId.Parse(text));
}
