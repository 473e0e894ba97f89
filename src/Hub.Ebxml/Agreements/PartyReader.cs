using System.Xml.Linq;
using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Agreements;

/// <summary>Reads one PartyInfo. References are looked up within the party, since ids are doubled between parties in agreements in use.</summary>
internal sealed class PartyReader(
    XElement party, string path, IReadOnlyDictionary<string, PackageTerms> packages, AgreementRemarks remarks)
{
    internal AgreementParty Read()
    {
        var certificates = Certificates();
        var channels = new ChannelReader(party, path, certificates, remarks).Read();
        var processes = party.Named("CollaborationRole")
            .SelectMany((role, index) => Processes(role, $"{path}/CollaborationRole[{index + 1}]", channels, certificates))
            .ToList();
        var ids = party.Named("PartyId").Select(id => new PartyId(id.Text("type"), id.Value.Trim())).Where(id => id.Value.Length > 0).ToList();
        return new(
            party.Text("partyName") ?? "", ids, processes, [.. channels.Values], certificates,
            Follow(channels, party.Text("defaultMshChannelId"), $"{path}/@defaultMshChannelId"));
    }

    private Dictionary<string, PartnerCertificate> Certificates()
    {
        var found = new Dictionary<string, PartnerCertificate>(StringComparer.Ordinal);
        foreach (var element in party.Named("Certificate"))
        {
            var id = element.Text("certId") ?? "";
            var text = element.Descendants().FirstOrDefault(e => e.Name.LocalName == "X509Certificate")?.Value;
            var place = $"{path}/Certificate[@certId='{id}']";
            if (text is null || PartnerCertificate.FromBase64(text) is not { } certificate)
                remarks.Odd("The certificate cannot be read.", place);
            else if (!found.TryAdd(id, certificate))
                remarks.DoubledId(place);
        }
        return found;
    }

    private IEnumerable<ProcessBinding> Processes(
        XElement role, string place, Dictionary<string, ChannelTerms> channels, Dictionary<string, PartnerCertificate> certificates)
    {
        var process = role.First("ProcessSpecification");
        var encryption = Follow(certificates, role.First("ApplicationCertificateRef")?.Text("certId"), $"{place}/ApplicationCertificateRef/@certId");
        foreach (var binding in role.Named("ServiceBinding"))
        {
            var service = binding.First("Service");
            yield return new(
                process?.Text("name") ?? "", process?.Text("version") ?? "", process?.Text("uuid"), role.First("Role")?.Text("name") ?? "",
                service?.Value.Trim() ?? "", service?.Text("type"), Actions(binding, $"{place}/ServiceBinding", channels), encryption);
        }
    }

    // CanSend may nest CanReceive and the other way round (synchronous exchanges), so every binding below counts.
    private List<ActionBinding> Actions(XElement binding, string place, Dictionary<string, ChannelTerms> channels) =>
        binding.Descendants()
            .Where(e => e.Name.LocalName == "ThisPartyActionBinding" && e.Parent?.Name.LocalName is "CanSend" or "CanReceive")
            .Select(element => Action(element, place, channels))
            .ToList();

    private ActionBinding Action(XElement element, string place, Dictionary<string, ChannelTerms> channels)
    {
        var action = element.Text("action") ?? "";
        var here = $"{place}/{element.Parent!.Name.LocalName}[@action='{action}']";
        var over = element.Named("ChannelId").Select(c => Follow(channels, c.Value.Trim(), $"{here}/ChannelId")).OfType<ChannelTerms>().ToList();
        return new(
            action, element.Parent.Name.LocalName == "CanSend" ? ActionDirection.Send : ActionDirection.Receive, over,
            Follow(packages, element.Text("packageId"), $"{here}/@packageId"),
            element.First("BusinessTransactionCharacteristics")?.Text("timeToPerform"));
    }

    private T? Follow<T>(IReadOnlyDictionary<string, T> among, string? id, string place) where T : class
    {
        if (id is null)
            return null;
        if (among.TryGetValue(id, out var found))
            return found;
        remarks.LostReference(place);
        return null;
    }
}
