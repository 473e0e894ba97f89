using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Routing;
using Hub.Core.Tenants;
using Hub.Host.Simulation;

namespace Hub.Host.Commands;

/// <summary>What a trial needs of the installation.</summary>
/// <param name="Adapters">Adapters.</param>
/// <param name="Mappings">Mappings.</param>
/// <param name="Time">The clock.</param>
internal sealed record TrialParts(AdapterCatalogue Adapters, MappingCatalogue Mappings, TimeProvider Time);

/// <summary>What would become of a message.</summary>
/// <param name="Errors">Errors of the message as a whole.</param>
/// <param name="Entries">Its entries.</param>
internal sealed record RouteTrial(IReadOnlyList<HubError> Errors, IReadOnlyList<TriedEntry> Entries)
{
    /// <summary>True when everything was read and every document could be made.</summary>
    public bool Succeeded => Errors.Count == 0 && Entries.All(e => e.Entry.Errors.Count == 0 && e.Events.All(v => v.Routes.All(r => r.Made is null or { Errors.Count: 0 })));

    /// <summary>Parses, routes and maps, as the hub does when the message is sent.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="source">The sending partner.</param>
    /// <param name="body">The message.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="consents">Purposes consented to.</param>
    /// <param name="parts">What it needs.</param>
    /// <returns>What would become of it.</returns>
    public static RouteTrial Run(TenantConfig tenant, PartnerConfig source, byte[] body, string mediaType, IReadOnlySet<string> consents, TrialParts parts)
    {
        var now = parts.Time.GetUtcNow();
        var adapter = (IInboundAdapter)parts.Adapters.Find(source.Adapter)!;
        var parsed = adapter.Parse(new InboundMessage(body, mediaType, now, source, tenant.Environment) { Tenant = tenant });
        if (parsed.Errors.Count > 0)
            return new RouteTrial(parsed.Errors, []);
        var message = new TriedMessage(source.Name, now, consents, null);
        return new RouteTrial([], [.. parsed.Entries.Select(e => new TriedEntry(e, [.. e.Events.Select(v => Try(tenant, v, message, parts.Mappings))]))]);
    }

    /// <summary>Routes and maps one event. The ids in documents are always the same, and their times those of the message: two trials differ only by what they were made from.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="happened">The event.</param>
    /// <param name="message">The message it came in.</param>
    /// <param name="mappings">Mappings of the installation.</param>
    /// <returns>What every listening route says of it.</returns>
    public static TriedEvent Try(TenantConfig tenant, ParsedEvent happened, TriedMessage message, MappingCatalogue mappings)
    {
        var envelope = new Envelope(0, tenant.Name, message.Source, happened.SourceId, happened.Patient, happened.Content, message.At) { Correlation = happened.Correlation, LeftOut = happened.LeftOut };
        return new TriedEvent(happened, [.. RouteTable.Match(tenant, message.Source, happened.Content, message.Consents, message.Responsible).Select(d => new TriedRoute(d, Make(d)))]);

        MappingOutcome? Make(RouteDecision decision)
        {
            if (decision.Verdict != RouteVerdict.Deliver)
                return null;
            var target = tenant.Partners[decision.Route.To];
            var ids = new DocumentIds(Guid.Empty, 0, 0, $"{tenant.Name}/{target.Name}");
            return Attempt.Of(() => mappings.Find(decision.Route.As)!.Map(envelope, new MappingContext(tenant, target, ids)), MappingOutcome.Failed);
        }
    }
}

/// <summary>The message that an event came in.</summary>
/// <param name="Source">The sending partner.</param>
/// <param name="At">When it came in.</param>
/// <param name="Consents">Purposes that the patient has consented to; null when no route asks.</param>
/// <param name="Responsible">Party that is responsible for the patient; null when no route asks.</param>
internal sealed record TriedMessage(string Source, DateTimeOffset At, IReadOnlySet<string>? Consents, string? Responsible);

/// <summary>An entry of the message.</summary>
/// <param name="Entry">As parsed.</param>
/// <param name="Events">Its events.</param>
internal sealed record TriedEntry(ParsedEntry Entry, IReadOnlyList<TriedEvent> Events);

/// <summary>An event of an entry.</summary>
/// <param name="Event">As parsed.</param>
/// <param name="Routes">What every listening route says.</param>
internal sealed record TriedEvent(ParsedEvent Event, IReadOnlyList<TriedRoute> Routes);

/// <summary>A route's verdict, and what it would send.</summary>
/// <param name="Decision">The verdict.</param>
/// <param name="Made">The document; null when nothing would be sent.</param>
internal sealed record TriedRoute(RouteDecision Decision, MappingOutcome? Made);
