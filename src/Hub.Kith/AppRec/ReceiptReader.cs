using System.Xml.Linq;
using Hub.Kith.Types;
using Hub.Kith.Xml;

namespace Hub.Kith.AppRec;

/// <summary>What came of reading a receipt.</summary>
/// <param name="Receipt">The receipt, or <see langword="null"/> when the bytes are none.</param>
/// <param name="Findings">What was noticed.</param>
/// <param name="Unread">Parts that no field took.</param>
public sealed record ReceiptReading(Receipt? Receipt, IReadOnlyList<KithFinding> Findings, IReadOnlyList<UnreadPart> Unread);

/// <summary>Reads a receipt of either version.</summary>
public static class ReceiptReader
{
    /// <summary>Reads bytes. A receipt inside an element of a local system is found, with a finding.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="limits">Bounds.</param>
    public static ReceiptReading Read(ReadOnlyMemory<byte> bytes, KithXmlLimits? limits = null)
    {
        var xml = KithXml.Read(bytes, limits);
        if (xml.Root is null) return new ReceiptReading(null, xml.Findings, []);
        var reading = Read(xml.Root);
        return xml.Findings.Count == 0 ? reading : reading with { Findings = [.. xml.Findings, .. reading.Findings] };
    }

    /// <summary>Reads a root element.</summary>
    /// <param name="root">The root.</param>
    public static ReceiptReading Read(XElement root)
    {
        var notes = new ReadNotes();
        var document = KithDocument.Unwrap(root);
        if (document.Name.LocalName != "AppRec" || KithStandards.Of(document.Name.NamespaceName).Kind != KithKind.AppRec)
        {
            notes.Add(KithCodes.UnknownDocument, $"/{document.Name.LocalName}", KithSeverity.Error, "Not an AppRec 1.0 or 1.1.");
            return new ReceiptReading(null, notes.Findings, notes.Unread);
        }

        if (!ReferenceEquals(document, root)) notes.Add(KithCodes.Wrapped, $"/{root.Name.LocalName}", KithSeverity.Warning, "The receipt stands inside an element of a local system.");
        var element = new KithElement(document, "/AppRec", notes);
        var receipt = new Receipt
        {
            Version = document.Name.NamespaceName == KithNamespaces.AppRec10 ? AppRecVersion.V10 : AppRecVersion.V11,
            MsgType = element.Required("MsgType")?.AsCs() ?? new CS(null),
            MigVersion = element.RequiredText("MIGversion"),
            SoftwareName = element.Text("SoftwareName"),
            SoftwareVersion = element.Text("SoftwareVersion"),
            GenDate = element.Time("GenDate") ?? Missing(element, "GenDate"),
            Id = element.RequiredText("Id").Trim(),
            Sender = ReadParty(element, "Sender"),
            Receiver = ReadParty(element, "Receiver"),
            Status = element.Required("Status")?.AsCs() ?? new CS(null),
            Errors = element.Cvs("Error"),
            Original = element.Required("OriginalMsgId") is { } original ? ReadOriginal(original) : new OriginalMessage(new CS(null), new TS(null), string.Empty),
        };
        element.Done();
        return new ReceiptReading(receipt, notes.Findings, notes.Unread);
    }

    private static TS Missing(KithElement element, string name)
    {
        element.Notes.Add(KithCodes.Missing, $"{element.Path}/{name}", KithSeverity.Error, "A required element is missing.");
        return new TS(null);
    }

    private static OriginalMessage ReadOriginal(KithElement element)
    {
        var original = new OriginalMessage(element.Required("MsgType")?.AsCs() ?? new CS(null), element.Time("IssueDate") ?? Missing(element, "IssueDate"),
            element.RequiredText("Id").Trim());
        element.Done();
        return original;
    }

    private static ReceiptParty ReadParty(KithElement parent, string name)
    {
        if (parent.Required(name) is not { } element) return new ReceiptParty();
        var role = element.Cs("Role");
        var hcp = element.Required("HCP");
        element.Done();
        if (hcp is null) return new ReceiptParty { Role = role };
        var party = new ReceiptParty
        {
            Role = role,
            Inst = hcp.One("Inst") is { } inst ? ReadUnit(inst) : null,
            HcProf = hcp.One("HCProf") is { } professional ? ReadUnit(professional) : null,
            MedSpeciality = hcp.Cv("MedSpeciality"),
            Address = hcp.One("Address") is { } address ? ReadAddress(address) : null,
        };
        hcp.Done();
        return party;
    }

    private static ReceiptUnit ReadUnit(KithElement element)
    {
        var unit = new ReceiptUnit
        {
            Type = element.Cs("Type"),
            Name = element.Text("Name"),
            Id = element.Text("Id"),
            TypeId = element.Cs("TypeId"),
            Departments = [.. element.All("Dept").Select(ReadUnit)],
            AdditionalIds = [.. element.All("AdditionalId").Select(ReadId)],
            Persons = [.. element.All("HCPerson").Select(ReadUnit)],
        };
        element.Done();
        return unit;
    }

    private static ReceiptId ReadId(KithElement element)
    {
        var id = new ReceiptId(element.RequiredText("Id"), element.Required("Type")?.AsCs() ?? new CS(null));
        element.Done();
        return id;
    }

    private static ReceiptAddress ReadAddress(KithElement element)
    {
        var address = new ReceiptAddress
        {
            Type = element.Required("Type")?.AsCs() ?? new CS(null),
            StreetAdr = element.Text("StreetAdr"),
            PostalCode = element.Text("PostalCode"),
            City = element.Text("City"),
            County = element.Cs("County"),
            Country = element.Cs("Country"),
            CityDistr = element.Cs("CityDistr"),
            TeleAddresses = [.. element.All("TeleAddress").Select(t => t.V())],
        };
        element.Done();
        return address;
    }
}
