using Hub.Core.Errors;

namespace Hub.Host.Errors;

/// <summary>Why a question on the VKP face is not answered. VKP answers 400 for all of them and tells them apart by its operation-outcome codes.</summary>
[ErrorCatalogue.Area]
public static class VkpReadErrors
{
    /// <summary>The partner may not ask this.</summary>
    public static readonly ErrorDefinition NotAllowed = new("HUB-VKP-001", "This partner may not ask for this", "Allow it under inbound.reads in the tenant file.", HttpStatus: 400);

    /// <summary>The partner may not ask on behalf of this service.</summary>
    public static readonly ErrorDefinition ServiceNotAllowed = new("HUB-VKP-002", "This partner may not ask on behalf of this service", "Allow the code under inbound.services in the tenant file, or send another in ServiceCodes.", HttpStatus: 400);

    /// <summary>The patient does not have the service. A patient who is not known answers the same, so that nobody learns who is.</summary>
    public static readonly ErrorDefinition NoServiceNeed = new("HUB-VKP-003", "The patient does not have a service on whose behalf was asked", "Let the municipality register the service in its journal.", HttpStatus: 400);

    /// <summary>The national id is missing or cannot be right.</summary>
    public static readonly ErrorDefinition BadPatient = new("HUB-VKP-004", "The national identity number is missing or not valid here", "Send all eleven digits in the body.", HttpStatus: 400);

    /// <summary>The wrong parameters.</summary>
    public static readonly ErrorDefinition WrongParameters = new("HUB-VKP-005", "A parameter is missing, unknown or sent too often", "Send the parameters that /openapi/v1.json names.", HttpStatus: 400);

    /// <summary>A parameter, header or the body has the wrong form.</summary>
    public static readonly ErrorDefinition BadFormat = new("HUB-VKP-006", "A parameter, header or the body has the wrong form", "Send application/x-www-form-urlencoded; the text names what is wrong.", HttpStatus: 400);

    /// <summary>The journal did not answer in time.</summary>
    public static readonly ErrorDefinition TimedOut = new("HUB-VKP-007", "The journal did not answer in time", "Ask again.", Retryable: true, HttpStatus: 400);

    /// <summary>The journal did not answer.</summary>
    public static readonly ErrorDefinition NotAnswered = new("HUB-VKP-008", "The journal did not answer", "Ask again later; the hub's operators see why.", Retryable: true, HttpStatus: 400);
}
