namespace Hub.Mappings.Fhir;

/// <summary>Extensions of the hub's own, for what FHIR has no element for. A receiver may pass them over.</summary>
internal static class HubExtensions
{
    /// <summary>A further business identifier, where the element takes only one.</summary>
    public const string Identifier = "urn:hub:extension:identifier";

    /// <summary>The text of a section without markup.</summary>
    public const string PlainText = "urn:hub:extension:plain-text";

    /// <summary>Names of the sections that a text stood in, in a message of the national message network.</summary>
    public const string Path = "urn:hub:extension:path";
}
