using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Routing;
using Hub.Host.Faces.Operators;

namespace Hub.Host.Commands;

/// <summary>A trial as people and scripts read it.</summary>
internal static class TrialReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For people.</summary>
    /// <param name="trial">The trial.</param>
    /// <returns>The text.</returns>
    public static string Text(RouteTrial trial)
    {
        var text = new StringBuilder();
        Errors(text, "", trial.Errors);
        foreach (var entry in trial.Entries)
        {
            text.AppendLine($"entry {entry.Entry.Label}");
            Errors(text, "  ", entry.Entry.Errors);
            foreach (var repair in entry.Entry.Repairs)
                text.AppendLine($"  repaired {repair.Path}: {repair.Rule}: {repair.What}");
            foreach (var one in entry.Events)
                Event(text, one);
        }

        return text.ToString();
    }

    /// <summary>For scripts.</summary>
    /// <param name="trial">The trial.</param>
    /// <returns>JSON.</returns>
    public static string Json(RouteTrial trial) => JsonSerializer.Serialize(
        new
        {
            succeeded = trial.Succeeded,
            errors = trial.Errors.Select(View),
            entries = trial.Entries.Select(entry => new
            {
                label = entry.Entry.Label,
                errors = entry.Entry.Errors.Select(View),
                repairs = entry.Entry.Repairs.Select(r => new { path = r.Path, rule = r.Rule, what = r.What }),
                events = entry.Events.Select(one => new
                {
                    sourceId = one.Event.SourceId,
                    content = one.Event.Content.Kind.Name(),
                    category = one.Event.Content.Category,
                    triage = OperatorViews.Name(one.Event.Content.Triage),
                    routes = one.Routes.Select(route => new
                    {
                        route = route.Decision.Route.Name,
                        to = route.Decision.Route.To,
                        @as = route.Decision.Route.As,
                        verdict = OperatorViews.Name(route.Decision.Verdict),
                        errors = route.Made?.Errors.Select(View),
                        mediaType = route.Made?.Document?.MediaType,
                        document = Body(route.Made?.Document),
                        ledger = route.Made?.Ledger.Select(l => new { source = l.Source, target = l.Target, reason = l.Reason }),
                    }),
                }),
            }),
        },
        Indented) + "\n";

    private static void Event(StringBuilder text, TriedEvent one)
    {
        var content = one.Event.Content;
        text.AppendLine($"  event {one.Event.SourceId}: {content.Kind.Name()} {content.Category} {OperatorViews.Name(content.Triage)}");
        if (one.Routes.Count == 0)
            text.AppendLine("    no route listens to this");
        foreach (var route in one.Routes)
        {
            text.AppendLine($"    route {route.Decision.Route.Name} to {route.Decision.Route.To} as {route.Decision.Route.As}: {Verdict(route.Decision)}");
            if (route.Made is { } made)
                Document(text, made);
        }
    }

    private static void Document(StringBuilder text, MappingOutcome made)
    {
        Errors(text, "      ", made.Errors);
        if (made.Document is { } document)
            text.AppendLine($"      {document.MediaType}, {document.Body.Length} bytes").AppendLine(Body(document));
        foreach (var line in made.Ledger)
            text.AppendLine($"      {line.Source} -> {line.Target ?? $"left out: {line.Reason}"}");
    }

    private static string? Body(OutboundDocument? document)
    {
        if (document is null)
            return null;
        var body = Encoding.UTF8.GetString(document.Body.Span);
        if (!document.MediaType.Contains("json", StringComparison.Ordinal))
            return body;
        using var json = JsonDocument.Parse(body);
        return JsonSerializer.Serialize(json, Indented);
    }

    private static string Verdict(RouteDecision decision) => decision.Verdict switch
    {
        RouteVerdict.Deliver => "delivers",
        RouteVerdict.WrongTriage => "not this triage",
        RouteVerdict.WrongCategory => "not this category",
        RouteVerdict.NotResponsible => "another party is responsible",
        RouteVerdict.OwnVersion => "its own version",
        _ => $"no consent ({string.Join(", ", decision.Route.Requires)})",
    };

    private static void Errors(StringBuilder text, string indent, IReadOnlyList<HubError> errors)
    {
        foreach (var error in errors)
            text.AppendLine($"{indent}{error}");
    }

    private static object View(HubError error) => new { code = error.Code, path = error.Path, text = error.Text };
}
