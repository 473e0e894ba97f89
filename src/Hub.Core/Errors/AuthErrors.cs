namespace Hub.Core.Errors;

/// <summary>Why a caller was not let in.</summary>
[ErrorCatalogue.Area]
public static class AuthErrors
{
    /// <summary>No credentials.</summary>
    public static readonly ErrorDefinition Missing = new("HUB-AUTH-001", "The request carries no credentials", "Send the partner's key as 'Authorization: Bearer ...'.", HttpStatus: 401);

    /// <summary>Unknown or expired key.</summary>
    public static readonly ErrorDefinition Unknown = new("HUB-AUTH-002", "The key is not known or has expired", "Use a key that the tenant file lists; make a new one with 'hub key new'.", HttpStatus: 401);

    /// <summary>The key is somebody else's.</summary>
    public static readonly ErrorDefinition Foreign = new("HUB-AUTH-003", "This key does not belong to the tenant and partner addressed", "Check the address; a key opens one partner of one tenant.", HttpStatus: 403);

    /// <summary>The partner may not send this kind.</summary>
    public static readonly ErrorDefinition KindNotAllowed = new("HUB-AUTH-004", "This partner may not send this kind of content", "Allow the kind under inbound.content in the tenant file.", HttpStatus: 403);

    /// <summary>No such tenant.</summary>
    public static readonly ErrorDefinition UnknownTenant = new("HUB-AUTH-005", "There is no such tenant or partner here", "Check the address.", HttpStatus: 404);

    /// <summary>The organisation is unknown here or has not chosen this connection; which of the two is not told.</summary>
    public static readonly ErrorDefinition NotServed = new("HUB-AUTH-006", "The organisation is not served over this connection", "Check the organisation number; the tenant's file must name the connection.", HttpStatus: 403);

    /// <summary>The role does not go that far.</summary>
    public static readonly ErrorDefinition NotOfRole = new("HUB-AUTH-007", "The role of this key or token does not allow this", "Ask somebody whose role does, or for a token of another role.", HttpStatus: 403);
}
