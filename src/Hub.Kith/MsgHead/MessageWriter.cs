using Hub.Kith.Types;
using Hub.Kith.Xml;

namespace Hub.Kith.MsgHead;

/// <summary>Writes a message in the order of the schema.</summary>
public static class MessageWriter
{
    /// <summary>Writes a message. A business signature is written as it was read, which keeps it valid only if nothing else changed.</summary>
    /// <param name="message">The message.</param>
    public static KithWritten Write(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var writer = new KithWriter();
        writer.Start(KithNamespaces.MsgHead, "MsgHead");
        Info(writer, message.Info);
        foreach (var document in message.Documents) Write(writer, document);
        foreach (var report in message.PatientReports) Report(writer, report);
        if (message.Signature is not null) writer.Verbatim(message.Signature);
        writer.End();
        return writer.Finish();
    }

    private static void Info(KithWriter writer, MsgInfo info)
    {
        writer.Start("MsgInfo");
        writer.Cs("Type", info.Type);
        writer.Text("MIGversion", info.MigVersion);
        writer.Time("GenDate", info.GenDate);
        writer.Text("MsgId", info.MsgId);
        writer.Cs("ProcessingStatus", info.ProcessingStatus);
        writer.Cs("RequestedPriority", info.RequestedPriority);
        writer.Cs("Ack", info.Ack);
        if (info.ConversationRef is { } conversation)
        {
            writer.Start("ConversationRef");
            writer.Text("RefToParent", conversation.RefToParent);
            writer.Text("RefToConversation", conversation.RefToConversation);
            writer.End();
        }

        Party(writer, "Sender", info.Sender);
        Party(writer, "Receiver", info.Receiver);
        foreach (var other in info.OtherReceivers) Other(writer, other);
        if (info.Patient is { } patient) Person(writer, "Patient", patient);
        writer.End();
    }

    private static void Party(KithWriter writer, string name, Party party)
    {
        writer.Start(name);
        writer.Cs("ComMethod", party.ComMethod);
        Organisation(writer, party.Organisation);
        writer.End();
    }

    private static void Other(KithWriter writer, OtherReceiver other)
    {
        writer.Start("OtherReceiver");
        writer.Cs("ComMethod", other.ComMethod);
        writer.Cs("RoleReceiver", other.Role);
        if (other.Organisation is not null) Organisation(writer, other.Organisation);
        if (other.Patient is not null) Person(writer, "Patient", other.Patient);
        if (other.Person is not null)
        {
            writer.StartTyped("Person", KithNamespaces.Fk1);
            writer.PersonContent(other.Person, PartyForm.Fk1);
            writer.End();
        }

        if (other.Professional is not null)
        {
            writer.Start("HealthcareProfessional");
            writer.ProfessionalContent(other.Professional, PartyForm.MsgHead);
            writer.End();
        }

        writer.End();
    }

    private static void Organisation(KithWriter writer, Organisation organisation)
    {
        writer.Start("Organisation");
        writer.OrganisationContent(organisation, PartyForm.MsgHead);
        writer.End();
    }

    private static void Person(KithWriter writer, string name, Person person)
    {
        writer.Start(name);
        writer.PersonContent(person, PartyForm.MsgHead);
        writer.End();
    }

    private static void Report(KithWriter writer, PatientReport report)
    {
        writer.Start("PatientReport");
        writer.Cs("DocumentConnection", report.DocumentConnection);
        writer.Text("CaseNo", report.CaseNo);
        foreach (var document in report.Documents) Write(writer, document);
        if (report.Patient is { } patient) Person(writer, "Patient", patient);
        writer.End();
    }

    private static void Write(KithWriter writer, Document document)
    {
        writer.Start("Document");
        writer.Cs("DocumentConnection", document.DocumentConnection);
        writer.Cv("ContentType", document.ContentType);
        writer.Text("ContentDescription", document.ContentDescription);
        writer.Cv("ContentCategory", document.ContentCategory);
        writer.Cv("Consent", document.Consent);
        writer.Text("Annotation", document.Annotation);
        writer.Ts("FromDate", document.FromDate);
        writer.Ts("ToDate", document.ToDate);
        writer.Text("OidRef", document.OidRef);
        writer.Text("EnquiryRefId", document.EnquiryRefId);
        var reference = document.RefDoc;
        writer.Start("RefDoc");
        writer.Ts("IssueDate", reference.IssueDate);
        writer.Cs("MsgType", reference.MsgType);
        writer.Text("Id", reference.Id);
        writer.Text("MimeType", reference.MimeType);
        writer.Text("Description", reference.Description);
        writer.Cs("Compression", reference.Compression);
        writer.Text("FileReference", reference.FileReference);
        if (reference.Content is not null)
        {
            writer.Start("Content");
            foreach (var element in reference.Content) writer.Verbatim(element);
            writer.End();
        }

        writer.End();
        writer.End();
    }
}
