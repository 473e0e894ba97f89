namespace Hub.Fhir.Model;

/// <summary>How a value bounds the true one. FHIR R4 required binding.</summary>
public static class QuantityComparator
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/quantity-comparator";

    /// <summary>Code <c>&lt;</c>.</summary>
    public const string LessThan = "<";

    /// <summary>Code <c>&lt;=</c>.</summary>
    public const string AtMost = "<=";

    /// <summary>Code <c>&gt;=</c>.</summary>
    public const string AtLeast = ">=";

    /// <summary>Code <c>&gt;</c>.</summary>
    public const string GreaterThan = ">";
}
