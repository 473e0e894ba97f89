namespace Hub.Fhir.Model;

/// <summary>Kinds of channel. FHIR R4 required binding.</summary>
public static class ContactPointSystem
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/contact-point-system";

    /// <summary>Code <c>phone</c>.</summary>
    public const string Phone = "phone";

    /// <summary>Code <c>fax</c>.</summary>
    public const string Fax = "fax";

    /// <summary>Code <c>email</c>.</summary>
    public const string Email = "email";

    /// <summary>Code <c>pager</c>.</summary>
    public const string Pager = "pager";

    /// <summary>Code <c>url</c>.</summary>
    public const string Url = "url";

    /// <summary>Code <c>sms</c>.</summary>
    public const string Sms = "sms";

    /// <summary>Code <c>other</c>.</summary>
    public const string Other = "other";
}
