using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Simulators.Dignio;

namespace Hub.Simulators.Siemens;

/// <summary>The entries that everything about a patient refers to: patient, municipality, device and gateway. Every Bundle has urn:uuids of its own, as gateways make them.</summary>
internal sealed class PersonEntries
{
    private const string Eui = "urn:oid:1.2.840.10004.1.1.1.0.0.1.0.0.1.2680";
    private readonly string _bundle;

    public PersonEntries(string bundle, SiemensMunicipality municipality, SyntheticPerson person)
    {
        _bundle = bundle;
        Patient = Urn("patient");
        Device = Urn("device");
        Gateway = Urn("gateway");
        var organization = Urn("organization");
        Entries =
        [
            Entry(organization, "Organization", new Organization { Identifier = [new Identifier { System = IdentifierSystems.Enh, Value = municipality.Orgnr }], Name = $"{municipality.Title} kommune" }),
            Entry(Patient, "Patient", new Patient
            {
                Identifier = [new Identifier { System = IdentifierSystems.Fnr, Value = person.NationalId }],
                Name = [new HumanName { Text = person.Name }],
                ManagingOrganization = new Reference { Target = organization },
            }),
            Entry(Gateway, "Device", new Device
            {
                Identifier = [new Identifier { System = Eui, Value = $"4C-4E-49-{person.No % 256:X2}-34-56-FF-FF" }],
                Manufacturer = "Modell", ModelNumber = "Hjemmeboks 2", Type = PhdCodes.Of(CodeSystems.Mdc, "531981"),
            }),
            Entry(Device, "Device", new Device
            {
                Identifier = [new Identifier { System = Eui, Value = $"00-1C-05-{person.No % 256:X2}-00-00-78-25" }],
                Manufacturer = "Modell", ModelNumber = "Måleapparat 3", SerialNumber = string.Create(CultureInfo.InvariantCulture, $"M{person.No:0000}"), Type = PhdCodes.Of(CodeSystems.Mdc, "65573"),
            }),
        ];
    }

    public IReadOnlyList<BundleEntry> Entries { get; }

    public string Patient { get; }

    public string Device { get; }

    public string Gateway { get; }

    /// <summary>An id for something in this Bundle: the same for the same name, so that a story told twice gives the same bytes.</summary>
    public string Urn(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{_bundle}/{name}"));
        return $"urn:uuid:{new Guid(hash.AsSpan(0, 16)):D}";
    }

    public static BundleEntry Entry(string url, string type, Resource resource, string? ifNoneExist = null) => new()
    {
        FullUrl = url,
        Resource = resource,
        Request = new BundleEntryRequest { Method = HttpVerb.Post, Url = type, IfNoneExist = ifNoneExist },
    };
}
