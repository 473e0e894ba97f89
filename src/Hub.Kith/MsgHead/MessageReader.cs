using System.Xml.Linq;
using Hub.Kith.Types;
using Hub.Kith.Xml;

namespace Hub.Kith.MsgHead;

/// <summary>Reads a message: by names, in any order, never throwing for what is in it. The schema is judged elsewhere.</summary>
public static class MessageReader
{
    private static readonly XNamespace Mh = KithNamespaces.MsgHead;

    /// <summary>Reads bytes. A MsgHead inside an element of a local system is found, with a finding.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="limits">Bounds.</param>
    public static MessageReading Read(ReadOnlyMemory<byte> bytes, KithXmlLimits? limits = null)
    {
        var xml = KithXml.Read(bytes, limits);
        if (xml.Root is null) return new MessageReading(null, null, xml.Findings, []);
        var reading = Read(xml.Root);
        return xml.Findings.Count == 0 ? reading : reading with { Findings = [.. xml.Findings, .. reading.Findings] };
    }

    /// <summary>Reads a root element.</summary>
    /// <param name="root">The root.</param>
    public static MessageReading Read(XElement root)
    {
        var notes = new ReadNotes();
        var document = KithDocument.Unwrap(root);
        if (document.Name != Mh + "MsgHead")
        {
            notes.Add(KithCodes.UnknownDocument, $"/{document.Name.LocalName}", KithSeverity.Error, "Not a MsgHead 1.2.");
            return new MessageReading(null, document, notes.Findings, notes.Unread);
        }

        if (!ReferenceEquals(document, root)) notes.Add(KithCodes.Wrapped, $"/{root.Name.LocalName}", KithSeverity.Warning, "The message stands inside an element of a local system.");
        var element = new KithElement(document, "/MsgHead", notes);
        var message = new Message
        {
            Info = ReadInfo(element),
            Documents = [.. element.All("Document").Select(ReadDocument)],
            PatientReports = [.. element.All("PatientReport").Select(ReadReport)],
            Signature = element.One(XName.Get("Signature", KithNamespaces.Dsig))?.Xml,
        };
        if (message.Documents.Count == 0 && message.PatientReports.Count == 0)
            notes.Add(KithCodes.Missing, "/MsgHead/Document", KithSeverity.Error, "The message has no document.");
        element.Done();
        return new MessageReading(message, document, notes.Findings, notes.Unread);
    }

    /// <summary>Reads the head alone, from a root that may be incomplete after it.</summary>
    /// <param name="msgHead">The MsgHead element.</param>
    internal static MsgInfo ReadInfo(KithElement msgHead)
    {
        var info = msgHead.Required("MsgInfo") ?? new KithElement(new XElement(Mh + "MsgInfo"), "/MsgHead/MsgInfo", new ReadNotes());
        var read = new MsgInfo
        {
            Type = info.Required("Type")?.AsCs() ?? new CS(null),
            MigVersion = info.RequiredText("MIGversion"),
            GenDate = info.Time("GenDate") ?? MissingTime(info, "GenDate"),
            MsgId = info.RequiredText("MsgId").Trim(),
            ProcessingStatus = info.Cs("ProcessingStatus"),
            RequestedPriority = info.Cs("RequestedPriority"),
            Ack = info.Cs("Ack"),
            ConversationRef = info.One("ConversationRef") is { } conversation ? ReadConversation(conversation) : null,
            Sender = ReadParty(info, "Sender"),
            Receiver = ReadParty(info, "Receiver"),
            OtherReceivers = [.. info.All("OtherReceiver").Select(ReadOther)],
            Patient = info.One("Patient")?.AsPerson(),
        };
        info.Done();
        return read;
    }

    private static TS MissingTime(KithElement info, string name)
    {
        info.Notes.Add(KithCodes.Missing, $"{info.Path}/{name}", KithSeverity.Error, "A required element is missing.");
        return new TS(null);
    }

    private static ConversationRef ReadConversation(KithElement element)
    {
        var parent = element.Required("RefToParent");
        var conversation = element.Required("RefToConversation");
        element.Done();
        return new ConversationRef(parent?.Value.Trim(), conversation?.Value.Trim());
    }

    private static Party ReadParty(KithElement info, string name)
    {
        if (info.Required(name) is not { } element) return new Party(new Organisation());
        var party = new Party(element.Required("Organisation")?.AsOrganisation() ?? new Organisation(), element.Cs("ComMethod"));
        element.Done();
        return party;
    }

    private static OtherReceiver ReadOther(KithElement element)
    {
        var other = new OtherReceiver(element.Required("RoleReceiver")?.AsCs() ?? new CS(null))
        {
            ComMethod = element.Cs("ComMethod"),
            Organisation = element.One("Organisation")?.AsOrganisation(),
            Patient = element.One("Patient")?.AsPerson(),
            Person = element.One("Person")?.Content().AsPerson(),
            Professional = element.One("HealthcareProfessional")?.AsProfessional(),
        };
        element.Done();
        return other;
    }

    private static PatientReport ReadReport(KithElement element)
    {
        var report = new PatientReport(element.RequiredText("CaseNo"), [.. element.All("Document").Select(ReadDocument)],
            element.One("Patient")?.AsPerson(), element.Cs("DocumentConnection"));
        element.Done();
        return report;
    }

    private static Document ReadDocument(KithElement element)
    {
        var document = new Document
        {
            DocumentConnection = element.Cs("DocumentConnection"),
            ContentType = element.Cv("ContentType"),
            ContentDescription = element.Text("ContentDescription"),
            ContentCategory = element.Cv("ContentCategory"),
            Consent = element.Cv("Consent"),
            Annotation = element.Text("Annotation"),
            FromDate = element.Ts("FromDate"),
            ToDate = element.Ts("ToDate"),
            OidRef = element.Text("OidRef"),
            EnquiryRefId = element.Text("EnquiryRefId"),
            RefDoc = element.Required("RefDoc") is { } reference ? ReadRefDoc(reference) : new RefDoc { MsgType = new CS(null) },
        };
        element.Done();
        return document;
    }

    private static RefDoc ReadRefDoc(KithElement element)
    {
        var content = element.One("Content");
        var reference = new RefDoc
        {
            IssueDate = element.Ts("IssueDate"),
            MsgType = element.Required("MsgType")?.AsCs() ?? new CS(null),
            Id = element.Text("Id"),
            MimeType = element.Text("MimeType"),
            Description = element.Text("Description"),
            Compression = element.Cs("Compression"),
            FileReference = element.Text("FileReference"),
            Content = content?.Xml.Elements().ToArray(),
        };
        foreach (var child in content?.Xml.Elements() ?? []) content!.Take(child);
        content?.Done();
        element.Done();
        return reference;
    }
}
