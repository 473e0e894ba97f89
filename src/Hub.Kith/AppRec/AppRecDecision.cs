using Hub.Kith.MsgHead;
using Hub.Kith.Types;

namespace Hub.Kith.AppRec;

/// <summary>
/// Decides which receipts answer a document (HISD 1168). Must reject: a MsgId that is no UUID, a patient not identified, a receiver not known. May
/// reject: not XML, not valid, unknown format. Must not reject: code values and meaning, which are therefore not looked at.
/// </summary>
public static class AppRecDecision
{
    /// <summary>How long after GenDate a receipt may be sent; silence counts as rejection from then on.</summary>
    public static TimeSpan Deadline { get; } = TimeSpan.FromHours(96);

    /// <summary>Decides. A pure function: the same document and knowledge give the same plan.</summary>
    /// <param name="document">The document.</param>
    /// <param name="known">What else is known.</param>
    public static AppRecPlan Decide(IncomingDocument document, AppRecKnowledge known)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(known);
        if (document.Recognition.Kind == KithKind.AppRec || document.Info?.Type.V == "APPREC") return AppRecPlan.Silent(NoAnswer.IsReceipt);
        if (known.IsDuplicate) return AppRecPlan.Silent(NoAnswer.Duplicate);
        if (document.Info is not { } info || !CanBeAnswered(info)) return AppRecPlan.Silent(NoAnswer.SenderUnknown);

        var receivers = OurReceivers.Of(info, known);
        if (receivers.Count == 0)
        {
            // Addressed to others inside, to us outside: the sender must hear of it. To others in both places: nobody's business here.
            if (!IsOurs(known.EnvelopeReceiver, known)) return AppRecPlan.Silent(NoAnswer.NotForUs);
            receivers = [new OurReceiver(AnsweringReceiver.Primary, AppRecError.Of("E21", "Ingen av mottakerne i meldingen hører til virksomheten som mottok den."))];
        }

        var (faults, silent) = FormatFaults(document, known);
        if (silent) return AppRecPlan.Silent(NoAnswer.SilentByChoice);
        if (document.IsWellFormed) faults.AddRange(ContentFaults(document, info, known));
        if (faults.Count == 0 && receivers.Any(r => r.Fault is null) && Review(info, known, faults) is { } waiting) return waiting;

        var answers = receivers.Select(r => new ReceiptAnswer(r.From, RoleOf(r.From, document, known), FaultsOf(r))).ToArray();
        return new AppRecPlan(answers, NoAnswer.None, answers.Any(a => !a.IsRejection));

        // Of a broken document it cannot be told whether a receiver was incomplete or only cut off.
        IReadOnlyList<CV> FaultsOf(OurReceiver receiver) => receiver.Fault is null || !document.IsWellFormed ? faults : [receiver.Fault, .. faults];
    }

    private static bool CanBeAnswered(MsgInfo info) =>
        !string.IsNullOrWhiteSpace(info.MsgId) && info.GenDate.Instant is not null && info.Type.V is not null && info.Sender.Organisation.Idents.Count > 0;

    private static bool IsOurs(string? her, AppRecKnowledge known) =>
        HerAddress.Normal(her) is { } id && (known.Services.Contains(id) || known.Enterprises.Contains(id));

    private static (List<CV> Faults, bool Silent) FormatFaults(IncomingDocument document, AppRecKnowledge known)
    {
        var faults = new List<CV>();
        if (!document.IsWellFormed)
        {
            if (!known.RejectSchemaInvalid) return (faults, true);
            faults.Add(AppRecError.Of("T01", "Dokumentet er ikke lesbar XML."));
            return (faults, false);
        }

        var unsupported = document.Recognition.Business is not { } business
            || (known.Supported is { } supported ? !supported.Contains(business.Namespace) : !Schemas.KithSchemas.Knows(business.Namespace));
        if (unsupported)
        {
            if (!known.RejectUnsupported) return (faults, true);
            faults.Add(AppRecError.Of("T10", "Meldingsformatet eller versjonen støttes ikke."));
        }

        if (document.Schema.FirstOrDefault(f => f.Code == KithCodes.SchemaInvalid) is { } invalid)
        {
            if (!known.RejectSchemaInvalid && faults.Count == 0) return (faults, true);
            if (known.RejectSchemaInvalid) faults.Add(AppRecError.Of("T02", $"Validerer ikke mot XML-skjema: {invalid.Path}"));
        }

        if (document.Attachments.Any(f => f.Severity == KithSeverity.Error))
            faults.Add(AppRecError.Of("T10", "Et vedlegg kan ikke leses, er for stort eller har et format som ikke støttes."));
        return (faults, false);
    }

    private static IEnumerable<CV> ContentFaults(IncomingDocument document, MsgInfo info, AppRecKnowledge known)
    {
        if (!MessageRules.IsUuid(info.MsgId)) yield return AppRecError.Of("E10", "MsgId er ikke en UUID.");
        var signature = known.Signature switch
        {
            SignatureVerdict.Wrong => "S01",
            SignatureVerdict.BadCertificate => "S02",
            SignatureVerdict.Revoked => "S03",
            SignatureVerdict.Other => "S99",
            _ => null,
        };
        if (signature is not null) yield return AppRecError.Of(signature);
        if (known.IsEmergency || (info.Patient is null && !IsAboutPatient(document, info))) yield break;
        if (!PatientIdentity.IsSufficient(info.Patient))
            yield return AppRecError.Of("E36", "Pasienten må ha navn og fødselsnummer, D-nummer eller felles hjelpenummer, eller navn, fødselsdato og kjønn.");
        else if (known.PatientKnown == false)
            yield return AppRecError.Of("E35");
    }

    // A deviation may be about a message as such; the other dialogues and PLO are always about somebody.
    private static bool IsAboutPatient(IncomingDocument document, MsgInfo info) =>
        document.Recognition.Business?.Kind is KithKind.Plo or KithKind.Dialog && info.Type.V != "DIALOG_AVVIK";

    private static AppRecPlan? Review(MsgInfo info, AppRecKnowledge known, List<CV> faults)
    {
        if (known.Review == ManualReview.Rejected) faults.AddRange(known.ReviewErrors.Count > 0 ? known.ReviewErrors : [AppRecError.Of("X99")]);
        if (known.Review is not (ManualReview.Waiting or ManualReview.WaitingAndWanted)) return null;
        var deadline = (info.GenDate.Instant ?? known.Now) + Deadline;
        if (known.Review == ManualReview.WaitingAndWanted)
            return known.Now >= deadline - known.Margin ? null : AppRecPlan.Silent(NoAnswer.WaitingForReview, deadline - known.Margin);
        return known.Now < deadline ? AppRecPlan.Silent(NoAnswer.WaitingForReview, deadline) : AppRecPlan.Silent(NoAnswer.DeadlinePassed);
    }

    private static string RoleOf(AnsweringReceiver from, IncomingDocument document, AppRecKnowledge known)
    {
        if (!from.IsPrimary) return "COP";
        if (document.Version == AppRecVersion.V11) return "PRIM";
        var requester = known.AnswererIsRequester ?? document.Info?.Type.V?.StartsWith("SVAR_", StringComparison.Ordinal) == true;
        return requester ? "REQ" : "SPR";
    }
}
