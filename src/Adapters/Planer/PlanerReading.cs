using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Registers;

namespace Hub.Adapters.Planer;

/// <summary>Reads an edit made in Planer: what somebody changed there, on top of the version that was written there. What Planer has no place for stays as that version says.</summary>
internal static class PlanerReading
{
    private static readonly string[] Statuses = ["draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"];

    public static ParsedMessage Read(InboundMessage input)
    {
        if (ContentText.ReadRecord<PlanerEdit>(input.Body.Span) is not { Patient.Id: not null, Basis: not null, Sent: not null, Answer: not null } edit
            || PlanerRequest.Read(Encoding.UTF8.GetBytes(edit.Sent)) is not { } sent || PlanerPlan.Read(Encoding.UTF8.GetBytes(edit.Answer)) is not { } answer)
            return ParsedMessage.Refused(IntakeErrors.MalformedJson.At(detail: "No edit of Planer"));
        var label = string.Create(CultureInfo.InvariantCulture, $"{answer.Id}/{answer.Version}");
        if (Statuses.Contains(answer.Status) is false)
            return ParsedMessage.Refused(IntakeErrors.BadFormat.At("status", $"One of {string.Join(", ", Statuses)} is expected here."));
        if (answer.Content.Zones.Any(z => Level(z.Level) is null))
            return ParsedMessage.Refused(IntakeErrors.BadFormat.At("clinical_content.zones.level", "green, yellow or red is expected here."));
        var happened = new ParsedEvent(label, edit.Patient, Merge(edit, sent, answer, input.ReceivedAt), SHA256.HashData(Encoding.UTF8.GetBytes(edit.Answer)));
        return new ParsedMessage([new ParsedEntry(label, [happened], [], [])], [], false);
    }

    /// <summary>A version of Planer by itself, for whoever looks.</summary>
    public static SelfTreatmentPlan Plain(PlanerPlan plan, DateTimeOffset now) => new(
        plan.Id, plan.Version, new ClinicalTime(plan.UpdatedAt ?? now), [.. plan.Content.Zones.Select(z => new PlanZone(Level(z.Level) ?? Triage.None, z.Condition, z.Action, []))])
    {
        Title = Named(plan.Content.Title),
        Description = Named(plan.Content.Description),
        Status = Statuses.Contains(plan.Status) ? plan.Status : "unknown",
        Author = plan.UpdatedBy,
        ReasonForChange = Named(plan.Comment),
    };

    private static SelfTreatmentPlan Merge(PlanerEdit edit, PlanerRequest sent, PlanerPlan answer, DateTimeOffset now)
    {
        var basis = edit.Basis;
        var (was, held) = (sent.Content, answer.Content);
        return basis with
        {
            PlanId = answer.Id,
            Version = answer.Version,
            Time = new ClinicalTime(answer.UpdatedAt ?? now),
            Status = answer.Status,
            Title = held.Title == was.Title ? basis.Title : Named(held.Title),
            Description = Description(basis, was.Description, held.Description),
            Zones = was.Zones.SequenceEqual(held.Zones) ? basis.Zones : Zones(basis, held),
            Author = answer.UpdatedBy,
            ReasonForChange = Named(answer.Comment),
            BasedOn = new SharedPlanVersion(edit.Plan, edit.Number).ToString(),
            Origin = null,
            Corrects = null,
        };
    }

    // The words that stand in for what Planer has no place for are no description, as long as nobody changed them.
    private static string? Description(SelfTreatmentPlan basis, string was, string held)
    {
        if (held == was)
            return basis.Description;
        var own = basis.Description ?? "";
        var added = was.StartsWith(own, StringComparison.Ordinal) ? was[own.Length..].TrimStart('\n') : was;
        return added.Length > 0 && held.EndsWith(added, StringComparison.Ordinal) ? Named(held[..^added.Length].TrimEnd('\n')) : Named(held);
    }

    // Limits belong to the zone of a light: they stay with it, in whatever words it is now described. A zone without a light has no place in Planer.
    private static List<PlanZone> Zones(SelfTreatmentPlan basis, PlanerContent held)
    {
        var limits = basis.Zones.Where(z => z.Level != Triage.None).GroupBy(z => z.Level).ToDictionary(g => g.Key, g => new Queue<IReadOnlyList<ZoneThreshold>>(g.Select(z => z.Thresholds)));
        return
        [
            .. held.Zones.Select(z => new PlanZone(Level(z.Level)!.Value, z.Condition, z.Action, limits.TryGetValue(Level(z.Level)!.Value, out var queue) && queue.TryDequeue(out var own) ? own : [])),
            .. basis.Zones.Where(z => z.Level == Triage.None),
        ];
    }

    private static Triage? Level(string level) => level switch
    {
        "green" => Triage.Green,
        "yellow" => Triage.Yellow,
        "red" => Triage.Red,
        _ => null,
    };

    private static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
