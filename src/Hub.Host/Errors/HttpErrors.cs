using Hub.Core.Errors;

namespace Hub.Host.Errors;

/// <summary>What is wrong with a request before anybody looks into its message.</summary>
[ErrorCatalogue.Area]
public static class HttpErrors
{
    /// <summary>No such address.</summary>
    public static readonly ErrorDefinition NoSuchAddress = new("HUB-HTTP-001", "There is nothing at this address", "Check the path against /openapi/v1.json.", HttpStatus: 404);

    /// <summary>The address does not take this method.</summary>
    public static readonly ErrorDefinition WrongMethod = new("HUB-HTTP-002", "This address does not take this method", "Use the method that /openapi/v1.json names.", HttpStatus: 405);

    /// <summary>The body is compressed.</summary>
    public static readonly ErrorDefinition Compressed = new("HUB-HTTP-003", "Compressed bodies are not taken", "Send the body without Content-Encoding.", HttpStatus: 415);

    /// <summary>The body did not come as announced.</summary>
    public static readonly ErrorDefinition BrokenOff = new("HUB-HTTP-004", "The body broke off or came too slowly", "Send the whole body again.", Retryable: true, HttpStatus: 400);

    /// <summary>The interaction is not offered.</summary>
    public static readonly ErrorDefinition NotOffered = new("HUB-HTTP-005", "This FHIR interaction is not offered here", "Send bundles to .../bundle and single observations to .../observation.", HttpStatus: 501);

    /// <summary>A parameter has the wrong form.</summary>
    public static readonly ErrorDefinition BadParameter = new("HUB-HTTP-006", "A parameter or field of the request has the wrong form", "Correct the one named in the path.", HttpStatus: 400);
}
