using System.Globalization;
using System.Xml.Linq;

namespace Hub.Ebxml.Agreements;

/// <summary>Reads the channels of a party: each one joins a transport and a document exchange.</summary>
internal sealed class ChannelReader(
    XElement party, string path, IReadOnlyDictionary<string, PartnerCertificate> certificates, AgreementRemarks remarks)
{
    internal Dictionary<string, ChannelTerms> Read()
    {
        var transports = ById("Transport", "transportId");
        var exchanges = ById("DocExchange", "docExchangeId");
        return ById("DeliveryChannel", "channelId").ToDictionary(
            c => c.Key,
            c => Channel(c.Key, c.Value, Follow(transports, c.Value, "transportId"), Follow(exchanges, c.Value, "docExchangeId")),
            StringComparer.Ordinal);
    }

    private ChannelTerms Channel(string id, XElement channel, XElement? transport, XElement? exchange)
    {
        var place = $"{path}/DeliveryChannel[@channelId='{id}']/MessagingCharacteristics";
        var characteristics = channel.First("MessagingCharacteristics");
        var receiver = transport?.First("TransportReceiver");
        var endpoints = (receiver?.Named("Endpoint") ?? [])
            .Where(e => e.Text("uri") is not null)
            .Select(e => new ChannelEndpoint(e.Text("uri")!, e.Text("type") ?? "allPurpose"))
            .ToList();
        var protocol = (receiver ?? transport?.First("TransportSender"))?.First("TransportProtocol")?.Value.Trim() ?? "";
        return new(
            id, protocol, endpoints,
            Value<SyncReplyMode>(characteristics, "syncReplyMode", place),
            Value<Usage>(characteristics, "ackRequested", place),
            Value<Usage>(characteristics, "ackSignatureRequested", place),
            Value<Usage>(characteristics, "duplicateElimination", place),
            Exchange(exchange?.First("ebXMLSenderBinding")),
            Exchange(exchange?.First("ebXMLReceiverBinding")));
    }

    private ExchangeTerms Exchange(XElement? binding)
    {
        if (binding is null)
            return ExchangeTerms.None;
        var place = $"{path}/DocExchange/{binding.Name.LocalName}";
        return new(Reliability(binding, place), Signature(binding, place));
    }

    private ReliabilityTerms? Reliability(XElement binding, string place)
    {
        if (binding.First("ReliableMessaging") is not { } reliable)
            return null;
        var standard = ReliabilityTerms.Nhn;
        var retries = standard.Retries;
        if (reliable.First("Retries")?.Value.Trim() is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out retries))
        {
            remarks.Odd("The number of retries is not a whole number.", $"{place}/ReliableMessaging/Retries");
            retries = standard.Retries;
        }
        return new(
            retries,
            remarks.Duration(reliable.First("RetryInterval")?.Value, $"{place}/ReliableMessaging/RetryInterval") ?? standard.RetryInterval,
            remarks.Duration(binding.First("PersistDuration")?.Value, $"{place}/PersistDuration") ?? standard.PersistDuration);
    }

    // The oid of the algorithm says SHA-1 in agreements whose text and @w3c say SHA-256: the text is what both sides do.
    private SignatureTerms? Signature(XElement binding, string place)
    {
        var element = binding.First("SenderNonRepudiation") ?? binding.First("ReceiverNonRepudiation");
        if (element is null)
            return null;
        var algorithm = element.First("SignatureAlgorithm");
        var text = string.IsNullOrWhiteSpace(algorithm?.Value) ? algorithm?.Text("w3c") : algorithm.Value;
        var certificateId = element.First("SigningCertificateRef")?.Text("certId");
        PartnerCertificate? certificate = null;
        if (certificateId is not null && !certificates.TryGetValue(certificateId, out certificate))
            remarks.LostReference($"{place}/{element.Name.LocalName}/SigningCertificateRef/@certId");
        return new(
            SignatureTerms.UriOf(element.First("HashFunction")?.Value ?? SignatureTerms.Sha256),
            SignatureTerms.UriOf(text ?? SignatureTerms.RsaSha256),
            certificate);
    }

    private Dictionary<string, XElement> ById(string name, string attribute)
    {
        var found = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in party.Named(name))
        {
            if (element.Text(attribute) is { } id && !found.TryAdd(id, element))
                remarks.DoubledId($"{path}/{name}[@{attribute}='{id}']");
        }
        return found;
    }

    private XElement? Follow(Dictionary<string, XElement> among, XElement channel, string attribute)
    {
        if (channel.Text(attribute) is not { } id)
            return null;
        if (among.TryGetValue(id, out var found))
            return found;
        remarks.LostReference($"{path}/DeliveryChannel/@{attribute}");
        return null;
    }

    private T Value<T>(XElement? element, string attribute, string place) where T : struct, Enum
    {
        if (element?.Text(attribute) is not { } text)
            return default;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value))
            return value;
        remarks.Odd("The value is none of the schema's.", $"{place}/@{attribute}");
        return default;
    }
}
