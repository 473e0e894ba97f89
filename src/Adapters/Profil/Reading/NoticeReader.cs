using System.Globalization;
using System.Text.Unicode;
using System.Xml.Linq;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Profil.Reading;

/// <summary>Notices of the journal: somebody's personalia changed, follow-up was started, paused or ended, a plan was changed there. One <c>varsel</c>, or up to 1000 of them in <c>varsler</c>, each standing for itself.</summary>
internal static class NoticeReader
{
    private const int MostNotices = 1000;

    private static readonly (string, FollowUpState)[] States = [("1", FollowUpState.Included), ("2", FollowUpState.Paused), ("3", FollowUpState.Ended)];

    public static ParsedMessage Read(InboundMessage input)
    {
        if (input.Body.Span.Trim(" \t\r\n"u8).IsEmpty)
            return ParsedMessage.Refused(IntakeErrors.EmptyBody.At());
        if (!Utf8.IsValid(input.Body.Span))
            return ParsedMessage.Refused(IntakeErrors.WrongCharset.At());
        if (ProfilXml.Read(input.Body, out var fault) is not { } root)
            return ParsedMessage.Refused(ProfilErrors.MalformedXml.At(fault));
        if (root.Name == ProfilXml.Space + "varsel")
            return new ParsedMessage([Entry(root, "/varsel", input)], [], false);
        if (root.Name != ProfilXml.Space + "varsler")
            return ParsedMessage.Refused(IntakeErrors.BadFormat.At("/", $"A varsel or varsler of {ProfilXml.Space.NamespaceName} is expected."));
        var notices = root.Elements(ProfilXml.Space + "varsel").ToArray();
        if (notices.Length == 0 || notices.Length != root.Elements().Count())
            return ParsedMessage.Refused(IntakeErrors.BadFormat.At("/varsler", "A list of varsel is expected here."));
        return notices.Length > MostNotices
            ? ParsedMessage.Refused(IntakeErrors.TooManyEntries.At("/varsler", $"At most {MostNotices} notices are taken at once."))
            : new ParsedMessage([.. notices.Select((n, i) => Entry(n, string.Create(CultureInfo.InvariantCulture, $"/varsler/varsel[{i + 1}]"), input))], [], true);
    }

    private static ParsedEntry Entry(XElement element, string path, InboundMessage input)
    {
        var findings = new Findings(input);
        var notice = new XmlNode(element, path, findings);
        var id = notice.Attribute("id", required: true, 200);
        if (id?.Any(char.IsControl) == true)
            notice.Fail(IntakeErrors.BadFormat, "@id", "The id holds a line break or another control character.");
        var at = notice.Child("tidspunkt", required: true)?.Instant();
        if (at is { } time && findings.ClockFault(time) is { } clock)
            notice.Fail(IntakeErrors.ClockOff, "tidspunkt", clock);
        var said = Said(notice, at);
        notice.Close();
        if (findings.Errors.Count > 0 || id is null || said is null)
            return new ParsedEntry(id ?? path, [], findings.Errors, findings.Repairs);
        var parsed = new ParsedEvent(id, said.Value.Patient, said.Value.Content, XmlFingerprint.Of(element)) { LeftOut = findings.LeftOut };
        return new ParsedEntry(id, [parsed], [], findings.Repairs);
    }

    private static (Patient Patient, HomeContent Content)? Said(XmlNode notice, DateTimeOffset? at)
    {
        if (notice.Child("brukerkort") is { } card)
            return CardReader.Read(card, at) is { } read ? (read.Patient, read.Personalia) : null;
        if (notice.Child("oppfolging") is { } followUp)
            return Status(followUp, at);
        if (notice.Child("plan") is { } plan)
        {
            var (id, content) = (PatientNumber.Read(notice), PlanReader.Read(plan));
            return id is null || content is null ? null : (new Patient(id, null, []), content);
        }

        notice.Fail(IntakeErrors.UnknownKind, null, "A varsel holds brukerkort, oppfolging or plan.");
        return null;
    }

    private static (Patient, HomeContent)? Status(XmlNode followUp, DateTimeOffset? at)
    {
        var state = followUp.Code<FollowUpState>("status", true, States);
        var id = PatientNumber.Read(followUp);
        var (name, reason) = (followUp.Text("navn", longest: 500), followUp.Text("arsak"));
        var by = followUp.Child("besluttetAv") is { } party ? PartReader.Party(party) : null;
        followUp.Close();
        return id is null || state is null || at is null ? null
            : (new Patient(id, name, []), new PatientStatus(state.Value, new ClinicalTime(at.Value)) { Reason = reason, DecidedBy = by });
    }
}
