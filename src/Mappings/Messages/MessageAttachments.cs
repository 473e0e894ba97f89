using Hub.Kith.MsgHead;
using Hub.Kith.Types;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;
using Hub.Mappings.SelfPlan;

namespace Hub.Mappings.Messages;

/// <summary>The plan of a letter as files: for people (PDF) and for systems (XML).</summary>
internal static class MessageAttachments
{
    /// <summary>Setting of the partner: <c>pdf+xml</c>, <c>pdf</c> or <c>none</c>.</summary>
    public const string Option = "attachments";

    /// <summary>Both files.</summary>
    public const string Both = "pdf+xml";

    /// <summary>The one for people only.</summary>
    public const string Pdf = "pdf";

    public static IEnumerable<Document> Of(Letter letter, MessageFrame frame, string otherwise)
    {
        if (letter.Plan is not { } plan)
            yield break;
        var wanted = frame.Option(Option) ?? otherwise;
        if (wanted is not (Both or Pdf))
        {
            frame.Ledger.Add(Line.Left("vedlegg", "The tenant file sends this partner no attachments; the plan stands in the text"));
            yield break;
        }

        var title = FhirWords.Text(plan.Title) ?? "Egenbehandlingsplan";
        var issued = TS.Of(plan.Time.Start);
        yield return Attachments.ToDocument(new Attachment(
            "application/pdf", $"{title}, versjon {FhirWords.Number(plan.Version)}", issued, PlanPdf.Write(plan, frame.Envelope.Patient, frame.EnterpriseName, frame.Made)));
        if (wanted == Both)
            yield return Attachments.ToDocument(new Attachment("application/xml", $"{title}, versjon {FhirWords.Number(plan.Version)} (strukturert, selfplan 1.0)", issued, PlanXml.Write(plan)));
    }
}
