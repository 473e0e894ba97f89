using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Dignio;

/// <summary>Responsibility for the follow-up of a patient moves to another organisation.</summary>
internal static class HandoverReader
{
    /// <summary>Volven 9151, services of the municipality.</summary>
    private const string Services = "urn:oid:2.16.578.1.12.4.1.1.9151";

    private static readonly Shape Body = new("handoverId", "effectiveAt", "text", "sections", "from", "to", "author", "plan", "lastValues", "services");

    private static readonly Shape Service = new("code", "display");

    public static CareHandover? Read(Fields at, ClinicalTime? time)
    {
        if (at.Object("handover", Body, required: true) is not { } body)
            return null;
        var id = body.Text("handoverId", required: true, 200);
        var effective = body.Time("effectiveAt", mayBeFuture: true);
        if (effective is not null && time is not null && effective.Start != time.Start)
            at.Findings.LeaveOut(at.PathOf("occurredAt"), "A handover carries when responsibility moves, not when it was written.");
        var summary = new List<NoteSection>();
        if (body.Text("text") is { } text)
            summary.Add(new NoteSection(null, null, PlainText.From(text, body.Findings, body.PathOf("text")), []));
        summary.AddRange(NoteReader.Sections.Read(body));
        if (summary.Count == 0 && !body.Has("text"))
            body.Fail(IntakeErrors.Missing, "text", "A handover has text or sections.");
        var giver = PartyReader.Read(body, "from");
        var to = PartyReader.Read(body, "to");
        var author = PartyReader.Read(body, "author");
        var plan = PlanReader.ReadInner(body, time);
        var values = MeasurementReader.ReadList(body, "lastValues", required: false);
        var services = body.Has("services")
            ? body.Objects("services", Service).Select(s => (Code: s.Text("code", required: true, 20), Display: s.Text("display", longest: 500)))
                .Where(s => s.Code is not null).Select(s => new Coding(Services, s.Code!, s.Display)).ToArray()
            : [];
        return id is null || time is null || summary.Count == 0 ? null : new CareHandover(id, effective ?? time, summary)
        {
            From = giver,
            To = to,
            Author = author,
            Plan = plan,
            LastValues = [.. values.OrderBy(v => v.Time.Start)],
            Services = services,
        };
    }
}
