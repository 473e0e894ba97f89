namespace Hub.Fhir.Json.Reading;

/// <summary>The rules of the reader; the codes are stable, the texts may change.</summary>
internal static class JsonRules
{
    private const string Json = "FHIR R4 json.html";
    private const string Types = "FHIR R4 datatypes.html";

    internal static readonly JsonRule Malformed = new("FHIR-JSON-001", "The input is not well-formed JSON or it ends too early.", "RFC 8259");
    internal static readonly JsonRule Utf8 = new("FHIR-JSON-002", "The input is not UTF-8.", $"{Json}: UTF-8 is the only encoding");
    internal static readonly JsonRule ByteOrderMark = new("FHIR-JSON-003", "The input begins with a byte-order mark.", "RFC 8259 section 8.1");
    internal static readonly JsonRule TooDeep = new("FHIR-JSON-004", $"The input is nested deeper than {FhirJson.MaxDepth} levels.", "limit of this reader");
    internal static readonly JsonRule DuplicateKey = new("FHIR-JSON-005", "The member occurs more than once.", $"{Json}: property names are unique");
    internal static readonly JsonRule UnknownProperty = new("FHIR-JSON-006", "FHIR R4 has no such element here.", $"{Json}: unknown elements are not allowed");
    internal static readonly JsonRule EmptyString = new("FHIR-JSON-007", "The string is empty.", $"{Json}: a string has at least one character");
    internal static readonly JsonRule EmptyArray = new("FHIR-JSON-008", "The array is empty.", $"{Json}: an array has at least one item");
    internal static readonly JsonRule EmptyObject = new("FHIR-JSON-009", "The object is empty.", $"{Json}: an object has at least one member (ele-1)");
    internal static readonly JsonRule NoNull = new("FHIR-JSON-010", "The value is null.", $"{Json}: a member is left out, not set to null");
    internal static readonly JsonRule ArrayExpected = new("FHIR-JSON-011", "A single value stands where an array must be.", $"{Json}: an element that may repeat is an array");
    internal static readonly JsonRule SingleExpected = new("FHIR-JSON-012", "An array stands where one value must be.", $"{Json}: an element that cannot repeat is not an array");
    internal static readonly JsonRule StringExpected = new("FHIR-JSON-013", "The value must be a JSON string.", $"{Json}: JSON type of the primitive");
    internal static readonly JsonRule NumberExpected = new("FHIR-JSON-014", "The value must be a JSON number with a decimal point.", $"{Json}: JSON type of the primitive");
    internal static readonly JsonRule BooleanExpected = new("FHIR-JSON-015", "The value must be true or false.", $"{Json}: JSON type of the primitive");
    internal static readonly JsonRule ObjectExpected = new("FHIR-JSON-016", "The value must be a JSON object.", $"{Json}: a complex element is an object");
    internal static readonly JsonRule Form = new("FHIR-JSON-017", "The value does not have the form of its type.", $"{Types}: form of the primitive");
    internal static readonly JsonRule DecimalRange = new("FHIR-JSON-018", "The number has more digits than can be kept.", $"{Types}: precision must be kept");
    internal static readonly JsonRule DateForm = new("FHIR-JSON-019", "The value is not a date or time of the form FHIR asks for here.", $"{Types}: date, dateTime, instant");
    internal static readonly JsonRule NoOffset = new("FHIR-JSON-020", "The time of day has no offset from UTC.", $"{Types}: a dateTime with hours has a time zone");
    internal static readonly JsonRule DateRange = new("FHIR-JSON-021", "The date or time does not exist.", $"{Types}: date, dateTime, instant");
    internal static readonly JsonRule ResourceType = new("FHIR-JSON-022", "resourceType is missing or is no R4 resource.", $"{Json}: every resource names its type");
    internal static readonly JsonRule OneChoice = new("FHIR-JSON-023", "A choice element has more than one value.", "FHIR R4 formats.html#choice");
    internal static readonly JsonRule BrokenText = new("FHIR-JSON-024", "The string holds half of a surrogate pair.", "RFC 8259 section 8.2");
    internal static readonly JsonRule SystemSpelling = new("FHIR-JSON-025", "The system is misspelt.", "the code system's own URI");
    internal static readonly JsonRule TooMany = new("FHIR-JSON-026", $"More than {FhirJson.MaxIssues} findings; the rest is not listed.", "limit of this reader");
}
