using Hub.Core.Errors;

namespace Hub.Adapters.Enrolment;

/// <summary>Why an enrolment goes no further.</summary>
[ErrorCatalogue.Area]
public static class EnrolmentErrors
{
    /// <summary>Something else than a status or personalia came along the route.</summary>
    public static readonly ErrorDefinition NotAnEnrolment = new(
        "HUB-ENROLMENT-001", "This tells neither who is followed up nor who somebody is", "Let the route take content: status or content: personalia, as: hub.content.", HttpStatus: 400);

    /// <summary>The journal does not know the patient.</summary>
    public static readonly ErrorDefinition UnknownInJournal = new(
        "HUB-ENROLMENT-002", "The journal does not know the patient who was included", "Register the patient in the journal, then redeliver; or check the national id with the vendor.");

    /// <summary>There is no hub around that could keep it.</summary>
    public static readonly ErrorDefinition NotKept = new("HUB-ENROLMENT-003", "There is no register here to keep who is followed up", "Send it through a running hub.");
}
