namespace Hub.Kith;

/// <summary>Codes of findings. A code never changes its meaning.</summary>
public static class KithCodes
{
    /// <summary>The bytes are not well-formed XML.</summary>
    public const string NotXml = "KITH-XML-001";

    /// <summary>The document has a DTD; these are refused.</summary>
    public const string DtdRefused = "KITH-XML-002";

    /// <summary>Larger, deeper or with more elements than allowed.</summary>
    public const string TooLarge = "KITH-XML-003";

    /// <summary>An encoding that is not read, or bytes that do not fit the encoding declared.</summary>
    public const string BadEncoding = "KITH-XML-004";

    /// <summary>The declared encoding does not look like the one used.</summary>
    public const string SuspectEncoding = "KITH-XML-005";

    /// <summary>A character that XML 1.0 forbids was replaced when writing.</summary>
    public const string CharacterReplaced = "KITH-XML-006";

    /// <summary>The root element is not one of the documents known.</summary>
    public const string UnknownDocument = "KITH-XML-007";

    /// <summary>The document was found inside a wrapping element of a local system.</summary>
    public const string Wrapped = "KITH-XML-008";

    /// <summary>An element, attribute or text that the type does not have.</summary>
    public const string Unknown = "KITH-READ-001";

    /// <summary>A required element is missing.</summary>
    public const string Missing = "KITH-READ-002";

    /// <summary>A value does not have the form its type asks for.</summary>
    public const string BadValue = "KITH-READ-003";

    /// <summary>An element occurs more often than its type allows.</summary>
    public const string Repeated = "KITH-READ-004";

    /// <summary>The document does not validate against its schema.</summary>
    public const string SchemaInvalid = "KITH-SCHEMA-001";

    /// <summary>There is no schema for the namespace.</summary>
    public const string NoSchema = "KITH-SCHEMA-002";
}
