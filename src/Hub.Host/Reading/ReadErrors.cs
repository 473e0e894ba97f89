using Hub.Core.Errors;

namespace Hub.Host.Reading;

/// <summary>Why somebody may not look, or what is wrong with what they ask.</summary>
[ErrorCatalogue.Area]
public static class ReadErrors
{
    /// <summary>No access rule allows it.</summary>
    public static readonly ErrorDefinition NotAllowed = new("HUB-READ-001", "Your organisation and role may not see this here", "Add a rule under 'access' in the tenant file, if they should.", HttpStatus: 403);

    /// <summary>The party is not responsible for the patient.</summary>
    public static readonly ErrorDefinition NotResponsible = new("HUB-READ-002", "Your organisation is not responsible for this patient's follow-up", "Ask for a handover, or widen 'while' of the access rule.", HttpStatus: 403);

    /// <summary>A consent is missing.</summary>
    public static readonly ErrorDefinition NoConsent = new("HUB-READ-003", "The patient has not consented to this", "Register the consent when the patient gives it.", HttpStatus: 403);

    /// <summary>The token is for another patient.</summary>
    public static readonly ErrorDefinition OtherPatient = new("HUB-READ-004", "The token is for one patient, and this is another", "Launch the viewer anew for this patient.", HttpStatus: 403);

    /// <summary>No patient is named.</summary>
    public static readonly ErrorDefinition NoPatient = new("HUB-READ-005", "The request names no patient", "Send patient.identifier=SYSTEM|NUMBER in the body.", HttpStatus: 400);

    /// <summary>A national id stands in the address.</summary>
    public static readonly ErrorDefinition IdInAddress = new("HUB-READ-006", "Searches are not taken in an address, since addresses are logged on the way", "POST to .../_search with the parameters in the body.", HttpStatus: 400);

    /// <summary>A parameter is not known or has the wrong form.</summary>
    public static readonly ErrorDefinition BadParameter = new("HUB-READ-007", "A search parameter is not known here or has the wrong form", "Check the parameter against /metadata.", HttpStatus: 400);

    /// <summary>The link to the next page does not work any more.</summary>
    public static readonly ErrorDefinition BadPage = new("HUB-READ-008", "This link to a further page is not valid, not yours, or too old", "Search again.", HttpStatus: 410);

    /// <summary>The patient in the token's context cannot be found.</summary>
    public static readonly ErrorDefinition UnknownContext = new("HUB-READ-009", "The patient that the token is for is not named by a national id", "Have the authorization server put SYSTEM|NUMBER in the claim 'patient'.", HttpStatus: 403);

    /// <summary>Something may be missing from the answer.</summary>
    public static readonly ErrorDefinition Partial = new("HUB-READ-010", "Not everything could be had", "Ask again for what is missing.", HttpStatus: 200);
}
