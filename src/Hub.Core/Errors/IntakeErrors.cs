namespace Hub.Core.Errors;

/// <summary>Why something that was sent to the hub was not taken in.</summary>
[ErrorCatalogue.Area]
public static class IntakeErrors
{
    /// <summary>The body is empty.</summary>
    public static readonly ErrorDefinition EmptyBody = new("HUB-INTAKE-001", "The request has no body", "Send the message as the request body.", HttpStatus: 400);

    /// <summary>The body is larger than the partner may send.</summary>
    public static readonly ErrorDefinition TooLarge = new("HUB-INTAKE-002", "The body is larger than this partner may send", "Split the message, or raise inbound.maxBytes in the tenant file.", HttpStatus: 413);

    /// <summary>The bytes are not UTF-8.</summary>
    public static readonly ErrorDefinition WrongCharset = new("HUB-INTAKE-003", "The body is not valid UTF-8", "Send UTF-8 without a byte order mark.", HttpStatus: 400);

    /// <summary>The body is not well-formed JSON.</summary>
    public static readonly ErrorDefinition MalformedJson = new("HUB-INTAKE-004", "The body is not well-formed JSON", "Correct the syntax at the given place.", HttpStatus: 400);

    /// <summary>The body nests deeper than the limit.</summary>
    public static readonly ErrorDefinition TooDeep = new("HUB-INTAKE-005", "The body nests deeper than 64 levels", "Flatten the message.", HttpStatus: 400);

    /// <summary>The same property stands twice in one object.</summary>
    public static readonly ErrorDefinition DuplicateProperty = new("HUB-INTAKE-006", "A property stands twice in the same object", "Send each property once.", HttpStatus: 400);

    /// <summary>A required field is missing.</summary>
    public static readonly ErrorDefinition Missing = new("HUB-INTAKE-007", "A required field is missing", "Send the field named in the path.", HttpStatus: 400);

    /// <summary>A field has a value of the wrong form.</summary>
    public static readonly ErrorDefinition BadFormat = new("HUB-INTAKE-008", "A field has the wrong form", "Correct the field named in the path.", HttpStatus: 400);

    /// <summary>A clinical number is not a plain decimal number.</summary>
    public static readonly ErrorDefinition NotADecimal = new("HUB-INTAKE-009", "The value is not a decimal number with a point", "Send a JSON number, such as 5.4; no comma, no text.", HttpStatus: 400);

    /// <summary>A time has no offset from UTC.</summary>
    public static readonly ErrorDefinition NoOffset = new("HUB-INTAKE-010", "The time has no UTC offset", "Send the time with its offset, such as 2026-03-01T08:15:00+01:00.", HttpStatus: 400);

    /// <summary>A time lies further in the future than clocks may differ.</summary>
    public static readonly ErrorDefinition ClockOff = new("HUB-INTAKE-011", "The time lies in the future", "Correct the clock of the device or the system that sent it.", HttpStatus: 400);

    /// <summary>The unit is not known for this kind of measurement.</summary>
    public static readonly ErrorDefinition UnknownUnit = new("HUB-INTAKE-012", "The unit is not known for this kind of measurement", "Send the UCUM unit that the documentation lists for this measurement.", HttpStatus: 400);

    /// <summary>The value cannot be right in the unit given.</summary>
    public static readonly ErrorDefinition Implausible = new("HUB-INTAKE-013", "The value cannot be right in this unit", "Check the unit and the value; a fraction sent as percent and mg/dL sent as mmol/L are the usual slips.", HttpStatus: 400);

    /// <summary>The kind of measurement or event is not known.</summary>
    public static readonly ErrorDefinition UnknownKind = new("HUB-INTAKE-014", "The kind is not known", "Send one of the kinds that the documentation lists.", HttpStatus: 400);

    /// <summary>The national identity number cannot be right.</summary>
    public static readonly ErrorDefinition BadNationalId = new("HUB-INTAKE-015", "The national identity number is not valid here", "Send all eleven digits; real numbers in production, synthetic ones in test.", HttpStatus: 400);

    /// <summary>No patient is named.</summary>
    public static readonly ErrorDefinition NoPatient = new("HUB-INTAKE-016", "The patient is not identified", "Name the patient by fødselsnummer, D-nummer or felles hjelpenummer.", HttpStatus: 400);

    /// <summary>The same event id came before with other content.</summary>
    public static readonly ErrorDefinition ChangedRepeat = new("HUB-INTAKE-017", "This event id was accepted before with other content", "Send a correction under a new event id that names the old one.", HttpStatus: 409);

    /// <summary>The hub takes in no more right now.</summary>
    public static readonly ErrorDefinition Busy = new("HUB-INTAKE-018", "The hub is full right now", "Wait for the time in Retry-After and send the same again.", Retryable: true, HttpStatus: 503);

    /// <summary>The partner sends faster than it may.</summary>
    public static readonly ErrorDefinition TooFast = new("HUB-INTAKE-019", "This partner sends faster than it may", "Wait for the time in Retry-After, or raise inbound.rate in the tenant file.", Retryable: true, HttpStatus: 429);

    /// <summary>The media type is not one the face reads.</summary>
    public static readonly ErrorDefinition WrongMediaType = new("HUB-INTAKE-020", "The media type is not one that is read here", "Send application/json, application/fhir+json or, where the vendor's form is XML, application/xml.", HttpStatus: 415);

    /// <summary>A batch holds more entries than the limit.</summary>
    public static readonly ErrorDefinition TooManyEntries = new("HUB-INTAKE-021", "The batch has more entries than the limit", "Send smaller batches.", HttpStatus: 413);

    /// <summary>The database does not answer, so nothing can be promised.</summary>
    public static readonly ErrorDefinition StoreDown = new("HUB-INTAKE-022", "The hub cannot store anything right now", "Wait for the time in Retry-After and send the same again.", Retryable: true, HttpStatus: 503);

    /// <summary>A field holds something that the format does not allow there.</summary>
    public static readonly ErrorDefinition UnknownField = new("HUB-INTAKE-023", "The format has no such field", "Remove the field, or use the lenient mode, which records it as left out.", HttpStatus: 400);

    /// <summary>A defect stopped the intake.</summary>
    public static readonly ErrorDefinition Defect = new("HUB-INTAKE-024", "An unexpected fault in the hub stopped this message", "Report it with the time of the request; nothing was stored.", HttpStatus: 500);

    /// <summary>The body is not well-formed XML.</summary>
    public static readonly ErrorDefinition MalformedXml = new("HUB-INTAKE-025", "The body is not well-formed XML", "Correct the syntax at the given place; send no document type declaration.", HttpStatus: 400);

    /// <summary>Not taken in since another part of the same message is in conflict.</summary>
    public static readonly ErrorDefinition HeldBack = new("HUB-INTAKE-026", "Another part of this message is in conflict, so nothing of it was taken in", "Send the message again without the part in conflict, or that part under a new id that names the old one.", HttpStatus: 409);

    /// <summary>A chat that staff did not choose lines of, or more of it than an excerpt is.</summary>
    public static readonly ErrorDefinition NotAnExcerpt = new("HUB-INTAKE-027", "The chat is not an excerpt that staff chose for the journal", "Let staff choose the lines that matter for the treatment, and mark them as an excerpt; a whole log is never taken.", HttpStatus: 400);
}
