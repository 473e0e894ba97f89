using System.Globalization;
using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>One entry of the feed or of an answer: what every kind has, and the body of its own kind.</summary>
internal static class EntryReader
{
    private const int LongestId = 120;

    private static readonly Shape Entry = new(
        "entryId", "published", "tz", "kind", "id", "rev", "replaces", "subject", "at", "prio", "reading", "alert", "note", "form", "plan", "status");

    private static readonly Shape Replaced = new("entryId", "rev");

    /// <summary>Reads the bytes of one entry in either form.</summary>
    public static ParsedMessage Read(InboundMessage input) => Read(input, out _);

    /// <summary>Reads the bytes of one entry in either form.</summary>
    /// <param name="input">The bytes and what is known of them.</param>
    /// <param name="published">When the entry was published; null when that cannot be read.</param>
    public static ParsedMessage Read(InboundMessage input, out DateTimeOffset? published)
    {
        published = null;
        var format = TelluFormats.Of(input.MediaType, input.Body.Span);
        HubError? error;
        using var document = format == TelluFormat.Xml ? EntryXml.Open(input.Body, out error) : JsonInput.Open(input.Body, out error);
        if (document is null)
            return ParsedMessage.Refused(error!);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return ParsedMessage.Refused(IntakeErrors.BadFormat.At("$", "An entry is expected here."));
        var entry = Read(document.RootElement, format, input, out published);
        return new ParsedMessage([format == TelluFormat.Xml ? XmlPlaces.Of(entry) : entry], [], false);
    }

    private static ParsedEntry Read(JsonElement element, TelluFormat format, InboundMessage input, out DateTimeOffset? published)
    {
        var findings = new Findings(input);
        var at = Fields.Read(element, Entry, findings)!;
        var entryId = Id(at, "entryId", required: true);
        var times = EntryTimes.Of(at, format);
        published = times?.Read(at, "published", required: true)?.Start;
        var kind = EntryKinds.Table.TryRead(at, "kind", out var known, required: true, IntakeErrors.UnknownKind) ? known : (EntryKind?)null;
        var id = Id(at, "id", required: true);
        var revision = Revision(at, "rev");
        var patient = SubjectReader.Read(at);
        var time = times?.Read(at, "at", required: true);
        var triage = TelluCodes.Priorities.TryRead(at, "prio", out var light) ? light : Triage.None;
        OnlyOwnBody(at, kind);
        var corrects = kind is { } k ? Corrects(at, k, id) : null;
        var content = kind is { } of && times is not null && time is not null ? Body(new EntryContext(at, times, time, of, id ?? "", revision ?? 1)) : null;

        if (findings.Errors.Count > 0 || entryId is null || id is null || patient is null || content is null)
            return new ParsedEntry(entryId ?? "$", [], findings.Errors, []);
        var finished = Finish(content, triage, corrects);
        var parsed = new ParsedEvent(SourceId(kind!.Value, id, revision ?? 1), patient, finished, EntryFingerprint.Of(element))
        {
            Correlation = AlertOf(finished),
            Origin = $"entry {entryId}",
            LeftOut = findings.LeftOut,
        };
        return new ParsedEntry(entryId, [parsed], [], findings.Repairs);
    }

    /// <summary>What the hub knows an event by: ids are unique within their kind only, and a revision is an event of its own. The entry that brought it may come again under another id.</summary>
    public static string SourceId(EntryKind kind, string id, int revision) => string.Create(CultureInfo.InvariantCulture, $"{(int)kind}-{id}-{revision}");

    // Ids end up in headers, logs and file names of other systems.
    private static string? Id(Fields at, string name, bool required = false)
    {
        if (at.Text(name, required, LongestId) is not { } id)
            return null;
        if (!id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            return id;
        at.Fail(IntakeErrors.BadFormat, name, "The id holds a blank, a line break or another control character.");
        return null;
    }

    private static int? Revision(Fields at, string name, bool required = false)
    {
        if (at.Integer(name, required) is not { } revision)
            return null;
        if (revision >= 1)
            return revision;
        at.Fail(IntakeErrors.BadFormat, name, "Revisions count from 1.");
        return null;
    }

    // The entry that is replaced is known here by what it brought: the same id in the revision named.
    private static string? Corrects(Fields at, EntryKind kind, string? id)
    {
        if (at.Object("replaces", Replaced) is not { } replaced)
            return null;
        var entry = Id(replaced, "entryId", required: true);
        var revision = Revision(replaced, "rev", required: true);
        if (revision is { } old && old >= (Revision(at, "rev") ?? 1))
            replaced.Fail(IntakeErrors.BadFormat, "rev", "An entry replaces an earlier revision.");
        if (entry is not null)
            at.Findings.LeaveOut(replaced.PathOf("entryId"), "The entry that is replaced is known by its id and revision.");
        return id is null || revision is null ? null : SourceId(kind, id, revision.Value);
    }

    private static HomeContent? Body(EntryContext entry) => EntryKinds.BodyOf(entry.Kind) switch
    {
        "reading" => ReadingReader.Read(entry),
        "alert" => AlertReader.Read(entry),
        "note" => NoteReader.Read(entry),
        "form" => FormReader.Read(entry),
        "plan" => PlanReader.Read(entry),
        _ => StatusReader.Read(entry),
    };

    // A body of another kind would be lost: the kind decides which one is read.
    private static void OnlyOwnBody(Fields at, EntryKind? kind)
    {
        foreach (var body in EntryKinds.Bodies)
        {
            if (kind is { } own && at.Has(body) && body != EntryKinds.BodyOf(own))
                at.Fail(IntakeErrors.UnknownField, body, "An entry has the body of its own kind only.");
        }
    }

    private static HomeContent Finish(HomeContent content, Triage triage, string? corrects) => content switch
    {
        Measurement { Status: "final" } measured when corrects is not null => measured with { Triage = triage, Corrects = corrects, Status = "corrected" },
        _ when triage == Triage.None && corrects is null => content,
        _ => content with { Triage = triage, Corrects = corrects },
    };

    private static string? AlertOf(HomeContent content) => content switch
    {
        Alert alert => alert.AlertId,
        JournalNote note => note.FollowsAlert,
        _ => null,
    };
}
