using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Routing;
using Hub.Core.Tenants;

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
        return new RouteTrial([], [.. parsed.Entries.Select(e => new TriedEntry(e, [.. e.Events.Select(Try)]))]);

        TriedEvent Try(ParsedEvent one)
        {
            var envelope = new Envelope(0, tenant.Name, source.Name, one.SourceId, one.Patient, one.Content, now) { Correlation = one.Correlation, LeftOut = one.LeftOut };
            return new TriedEvent(one, [.. RouteTable.Match(tenant, source.Name, one.Content, consents).Select(d => new TriedRoute(d, Make(d, envelope)))]);
        }

        MappingOutcome? Make(RouteDecision decision, Envelope envelope)
        {
            if (decision.Verdict != RouteVerdict.Deliver)
                return null;
            var target = tenant.Partners[decision.Route.To];
            var ids = new DocumentIds(Guid.Empty, 0, 0, $"{tenant.Name}/{target.Name}");
            return parts.Mappings.Find(decision.Route.As)!.Map(envelope, new MappingContext(tenant, target, ids));
        }
    }
}

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
