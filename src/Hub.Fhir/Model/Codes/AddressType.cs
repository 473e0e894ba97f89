namespace Hub.Fhir.Model;

/// <summary>Kinds of address. FHIR R4 required binding.</summary>
public static class AddressType
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/address-type";

    /// <summary>Code <c>postal</c>.</summary>
    public const string Postal = "postal";

    /// <summary>Code <c>physical</c>.</summary>
    public const string Physical = "physical";

    /// <summary>Code <c>both</c>.</summary>
    public const string Both = "both";
}
