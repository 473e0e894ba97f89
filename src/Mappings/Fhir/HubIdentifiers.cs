using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Mappings.Fhir;

/// <summary>Identifiers that the hub puts on what it writes. The systems name tenant and source, since a vendor's ids are unique only there.</summary>
internal static class HubIdentifiers
{
    /// <summary>System of the document's own id: the same for every try, so that a receiver can drop repeats.</summary>
    public const string Delivery = "urn:hub:delivery";

    /// <summary>The document's own id.</summary>
    public static Identifier OfDelivery(string documentId) => FhirWords.Identifier(Delivery, documentId);

    /// <summary>An event as the source knows it.</summary>
    public static Identifier OfEvent(Envelope envelope, string sourceId) => FhirWords.Identifier(System("event", envelope), sourceId);

    /// <summary>An alert as the source knows it.</summary>
    public static Identifier OfAlert(Envelope envelope, string alertId) => FhirWords.Identifier(System("alert", envelope), alertId);

    /// <summary>A plan as the source knows it.</summary>
    public static Identifier OfPlan(Envelope envelope, string planId) => FhirWords.Identifier(System("plan", envelope), planId);

    /// <summary>A handover as the source knows it.</summary>
    public static Identifier OfHandover(Envelope envelope, string handoverId) => FhirWords.Identifier(System("handover", envelope), handoverId);

    /// <summary>An event of a device as the source knows it.</summary>
    public static Identifier OfDeviceEvent(Envelope envelope, string eventId) => FhirWords.Identifier(System("device-event", envelope), eventId);

    /// <summary>System of serial numbers, where the source named none.</summary>
    public const string DeviceSerial = "urn:hub:device-serial";

    /// <summary>A partner of a tenant.</summary>
    public static string Partner(string tenant, string partner) => $"urn:hub:partner:{tenant}:{partner}";

    /// <summary>A form that the source knows by an id of its own.</summary>
    public static string FormUri(Envelope envelope, string formId) => $"{System("form", envelope)}:{Uri.EscapeDataString(formId)}";

    /// <summary>Where a resource came from, as Meta.source: the source, and its event as fragment.</summary>
    public static string SourceOf(Envelope envelope) => $"{System("event", envelope)}#{Uri.EscapeDataString(envelope.SourceId)}";

    private static string System(string what, Envelope envelope) => $"urn:hub:{what}:{envelope.Tenant}:{envelope.Source}";
}
