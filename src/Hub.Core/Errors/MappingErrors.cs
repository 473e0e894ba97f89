namespace Hub.Core.Errors;

/// <summary>Why a content cannot be written in the receiver's form.</summary>
[ErrorCatalogue.Area]
public static class MappingErrors
{
    /// <summary>The patient has no national identity number.</summary>
    public static readonly ErrorDefinition NoNationalId = new("HUB-MAP-001", "The patient has no national identity number", "Ask the sender to name the patient by fødselsnummer, D-nummer or felles hjelpenummer, then replay.");

    /// <summary>The mapping does not take this kind.</summary>
    public static readonly ErrorDefinition WrongKind = new("HUB-MAP-002", "This mapping does not write this kind of content", "Correct 'as' of the route, then remap.");

    /// <summary>The unit is not one the receiver's profile allows.</summary>
    public static readonly ErrorDefinition UnitNotAllowed = new("HUB-MAP-003", "The unit is not one that the profile of this measurement allows", "Ask the sender for the unit that the documentation lists, then replay.");

    /// <summary>The time of a vital sign is known only to the month or year.</summary>
    public static readonly ErrorDefinition TimeTooCoarse = new("HUB-MAP-005", "The time of a vital sign must be known to the day", "Ask the sender for the day, then replay.");

    /// <summary>Nothing says what was measured.</summary>
    public static readonly ErrorDefinition NotCoded = new("HUB-MAP-004", "The measurement has neither a known kind nor a code or text of its own", "Ask the sender to name what was measured, then replay.");
}
