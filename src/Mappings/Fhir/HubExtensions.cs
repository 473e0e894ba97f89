namespace Hub.Mappings.Fhir;

/// <summary>Extensions of the hub's own, for what FHIR has no element for. A receiver may pass them over.</summary>
internal static class HubExtensions
{
    /// <summary>A further business identifier, where the element takes only one.</summary>
    public const string Identifier = "urn:hub:extension:identifier";

    /// <summary>The version of a shared plan that this one was edited from.</summary>
    public const string BasedOn = "urn:hub:extension:based-on";

    /// <summary>The title of a part of a plan, where its code has words of its own beside it.</summary>
    public const string PartTitle = "urn:hub:extension:part-title";

    /// <summary>The gateway that passed a device's values on: a logical reference on the Device, which travels where the Observation's own extension for it (observation-gatewayDevice) cannot.</summary>
    public const string Gateway = "urn:hub:extension:gateway";

    /// <summary>The text of a section without markup.</summary>
    public const string PlainText = "urn:hub:extension:plain-text";

    /// <summary>Names of the sections that a text stood in, in a message of the national message network.</summary>
    public const string Path = "urn:hub:extension:path";

    /// <summary>How to get in: a key box, its place and code as the journal keeps it (string).</summary>
    public const string KeyBox = "urn:hub:extension:key-box";

    /// <summary>That a contact has a key to the home (boolean).</summary>
    public const string HasKey = "urn:hub:extension:has-key";

    /// <summary>A service that the municipality has granted: <c>code</c> (Coding) and <c>period</c>.</summary>
    public const string GrantedService = "urn:hub:extension:granted-service";

    /// <summary>The place of a contact in the order in which contacts are called, 1 first (positiveInt).</summary>
    public const string CallOrder = "urn:hub:extension:call-order";
}
