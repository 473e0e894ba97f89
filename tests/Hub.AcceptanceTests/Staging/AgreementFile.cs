using System.Security.Cryptography.X509Certificates;
using Hub.Simulators.Messaging;

namespace Hub.AcceptanceTests.Staging;

/// <summary>An agreement (CPA) of two parties that names the certificates which they sign with, and nothing more than that needs.</summary>
internal static class AgreementFile
{
    public const string Id = "cpa-of-the-test";

    /// <summary>Writes it into the directory of register and agreements.</summary>
    public static void Write(string register, params IEnumerable<(CounterpartParty Party, X509Certificate2 Signing)> parties) =>
        File.WriteAllText(Path.Combine(register, $"{Id}.xml"), $"""
            <a:CollaborationProtocolAgreement xmlns:a="http://www.oasis-open.org/committees/ebxml-cppa/schema/cpp-cpa-2_0.xsd" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" a:cpaid="{Id}">
              <a:Status a:value="agreed"/>
            {string.Join(Environment.NewLine, parties.Select(p => Party(p.Party, p.Signing)))}
            </a:CollaborationProtocolAgreement>
            """);

    private static string Party(CounterpartParty party, X509Certificate2 signing) => $"""
          <a:PartyInfo a:partyName="{party.ServiceName}">
            <a:PartyId a:type="HER">{party.ServiceHer}</a:PartyId>
            <a:Certificate a:certId="sign"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(signing.RawData)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></a:Certificate>
            <a:DeliveryChannel a:channelId="c" a:transportId="t" a:docExchangeId="d"><a:MessagingCharacteristics/></a:DeliveryChannel>
            <a:Transport a:transportId="t"/>
            <a:DocExchange a:docExchangeId="d"><a:ebXMLSenderBinding><a:SenderNonRepudiation><a:SigningCertificateRef a:certId="sign"/></a:SenderNonRepudiation></a:ebXMLSenderBinding></a:DocExchange>
          </a:PartyInfo>
        """;
}
