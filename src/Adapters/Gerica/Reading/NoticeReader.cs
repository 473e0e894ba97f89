using System.Runtime.InteropServices;
using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Patient = Hub.Core.Content.Patient;

namespace Hub.Adapters.Gerica.Reading;

/// <summary>Notices of the journal: somebody's personalia changed, follow-up was granted or ended. One notice, or up to 1,000 of them under <c>notices</c>, each standing for itself.</summary>
internal static class NoticeReader
{
    private const int MostNotices = 1000;
    private static readonly Shape Batch = new("notices");
    private static readonly Shape Notice = new("noticeId", "type", "occurredAt", "patient", "episodes", "episode", "reason");

    private static readonly Choices<NoticeType> Types = new(
        ("personalia.changed", NoticeType.Personalia), ("service.granted", NoticeType.Granted), ("service.paused", NoticeType.Paused), ("service.ended", NoticeType.Ended));

    private enum NoticeType
    {
        Personalia,
        Granted,
        Paused,
        Ended,
    }

    public static ParsedMessage Read(InboundMessage input)
    {
        using var document = JsonInput.Open(input.Body, out var error);
        if (document is null)
            return ParsedMessage.Refused(error!);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return ParsedMessage.Refused(IntakeErrors.BadFormat.At("$", "A notice, or an object with a list of notices, is expected."));
        return document.RootElement.TryGetProperty("notices"u8, out _)
            ? ReadBatch(document.RootElement, input)
            : new ParsedMessage([Entry(document.RootElement, "$", input)], [], false);
    }

    private static ParsedMessage ReadBatch(JsonElement root, InboundMessage input)
    {
        var whole = new Findings(input);
        var notices = Fields.Read(root, Batch, whole)!.Value("notices");
        if (notices.ValueKind != JsonValueKind.Array || notices.GetArrayLength() == 0)
            whole.Fail(IntakeErrors.BadFormat, "$.notices", "A list with at least one notice is expected here.");
        else if (notices.GetArrayLength() > MostNotices)
            whole.Fail(IntakeErrors.TooManyEntries, "$.notices", $"At most {MostNotices} notices are taken at once.");
        return whole.Errors.Count > 0
            ? ParsedMessage.Refused(whole.Errors)
            : new ParsedMessage([.. notices.EnumerateArray().Select((n, i) => Entry(n, $"$.notices[{i}]", input))], [], true);
    }

    private static ParsedEntry Entry(JsonElement element, string path, InboundMessage input)
    {
        var findings = new Findings(input);
        if (Fields.Read(element, Notice, findings, path) is not { } at)
            return new ParsedEntry(path, [], findings.Errors, []);
        var id = at.Text("noticeId", required: true, 200);
        if (id?.Any(char.IsControl) == true)
            at.Fail(IntakeErrors.BadFormat, "noticeId", "The id holds a line break or another control character.");
        var type = at.Choice("type", Types, required: true, IntakeErrors.UnknownKind);
        var time = at.Time("occurredAt", required: true);
        var said = type is null || time is null ? null : type == NoticeType.Personalia ? Personalia(at, time) : Status(at, type.Value, time);
        return findings.Errors.Count > 0 || id is null || said is not { } event_
            ? new ParsedEntry(id ?? path, [], findings.Errors, findings.Repairs)
            : new ParsedEntry(id, [new ParsedEvent(id, event_.Patient, event_.Content, Fingerprint.Of(element)) { LeftOut = findings.LeftOut }], [], findings.Repairs);
    }

    private static (Patient Patient, HomeContent Content)? Personalia(Fields at, ClinicalTime time)
    {
        if (at.Has("episode"))
            at.Fail(IntakeErrors.UnknownField, "episode", "A notice of changed personalia lists the services under 'episodes'.");
        var patient = Resource<Fhir.Model.Patient>(at.Value("patient"), at.PathOf("patient"), at.Findings);
        var episodes = at.Items("episodes").Select((e, i) => Resource<EpisodeOfCare>(e, $"{at.PathOf("episodes")}[{i}]", at.Findings)).OfType<EpisodeOfCare>().ToList();
        if (patient is null)
            return null;
        if (PersonaliaReader.Who(patient) is not { } who)
        {
            at.Findings.Fail(IntakeErrors.NoPatient, $"{at.PathOf("patient")}.identifier");
            return null;
        }

        if (at.Text("reason") is not null)
            at.Findings.LeaveOut(at.PathOf("reason"), "Personalia are told as they are, not why.");
        foreach (var (element, told) in new[]
        {
            ("maritalStatus", patient.MaritalStatus is not null), ("multipleBirth", patient.MultipleBirth is not null), ("photo", patient.Photo.Count > 0), ("link", patient.Link.Count > 0),
            ("managingOrganization", patient.ManagingOrganization is not null), ("active", patient.Active == false), ("text", patient.Text is not null), ("contained", patient.Contained.Count > 0),
            ("name", patient.Name.Count > 1), ("communication", patient.Communication.Count > 1),
        })
        {
            if (told)
                at.Findings.LeaveOut($"{at.PathOf("patient")}.{element}", "Personalia have no place for it; the raw message keeps it.");
        }

        return Judged(who, $"{at.PathOf("patient")}.identifier", at.Findings) is { } judged
            ? (judged, PersonaliaReader.Read(patient, episodes, time.Start) with { Time = time })
            : null;
    }

    private static (Patient Patient, HomeContent Content)? Status(Fields at, NoticeType type, ClinicalTime time)
    {
        if (at.Has("patient"))
            at.Fail(IntakeErrors.UnknownField, "patient", "A notice of a service has the episode only.");
        if (Resource<EpisodeOfCare>(at.Value("episode"), at.PathOf("episode"), at.Findings) is not { } episode)
            return null;
        var service = PersonaliaReader.Service(episode).Code.Code;
        if (service != GericaTerms.FollowUp)
            at.Findings.Fail(IntakeErrors.UnknownKind, $"{at.PathOf("episode")}.type", "Only the service dho (home follow-up) is followed; other services come with the personalia.");
        if (episode.Patient?.Identifier is not { Value: { } value } number)
        {
            at.Findings.Fail(IntakeErrors.NoPatient, $"{at.PathOf("episode")}.patient.identifier");
            return null;
        }

        var patient = Judged(new Patient(new Core.Identities.Identifier(number.System ?? "", value), episode.Patient.Display, []), $"{at.PathOf("episode")}.patient.identifier", at.Findings);
        return patient is null ? null : (patient, new PatientStatus(StateOf(type), From(type, episode) is { } from ? time with { Start = from, Literal = null } : time) { Reason = at.Text("reason") });
    }

    private static FollowUpState StateOf(NoticeType type) => type switch
    {
        NoticeType.Granted => FollowUpState.Included,
        NoticeType.Paused => FollowUpState.Paused,
        _ => FollowUpState.Ended,
    };

    // From when it holds, where the episode says so: a service may be granted today for next month.
    private static DateTimeOffset? From(NoticeType type, EpisodeOfCare episode) =>
        type == NoticeType.Granted ? episode.Period?.Start?.Instant : type == NoticeType.Ended ? episode.Period?.End?.Instant : null;

    private static Patient? Judged(Patient patient, string path, Findings findings)
    {
        var verdict = PatientIdPolicy.Judge(patient.Id.Value, findings.Environment);
        if (verdict.Id is null)
        {
            findings.Fail(IntakeErrors.BadNationalId, path, verdict.Refusal);
            return null;
        }

        findings.Note(verdict.Note.ToRepair(path));
        return patient with { Id = verdict.Id };
    }

    private static T? Resource<T>(JsonElement element, string path, Findings findings)
        where T : Resource
    {
        if (element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            findings.Fail(IntakeErrors.Missing, path);
            return null;
        }

        var read = FhirJson.Read(JsonMarshal.GetRawUtf8Value(element), findings.Lenient ? FhirReadMode.Lenient : FhirReadMode.Strict);
        foreach (var issue in read.Issues)
            findings.Fail(FhirErrors.NotFhirJson, Below(path, issue.Path), $"{issue.Text} ({issue.Code}; {issue.Rule})");
        foreach (var repair in read.Repairs)
            findings.Mend(Below(path, repair.Path), repair.Rule, repair.What);
        if (read.Resource is T resource)
            return resource;
        if (read.Issues.Count == 0)
            findings.Fail(FhirErrors.NotTaken, $"{path}.resourceType", $"A {typeof(T).Name} is expected here.");
        return null;
    }

    // The path of FHIR begins with the name of the resource, which the path of the notice has by its own name.
    private static string Below(string path, string inner) => inner.IndexOf('.') is var dot and >= 0 ? $"{path}{inner[dot..]}" : path;
}
