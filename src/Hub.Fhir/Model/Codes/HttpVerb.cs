namespace Hub.Fhir.Model;

/// <summary>HTTP methods of a Bundle entry. FHIR R4 required binding.</summary>
public static class HttpVerb
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/http-verb";

    /// <summary>Code <c>GET</c>.</summary>
    public const string Get = "GET";

    /// <summary>Code <c>HEAD</c>.</summary>
    public const string Head = "HEAD";

    /// <summary>Code <c>POST</c>.</summary>
    public const string Post = "POST";

    /// <summary>Code <c>PUT</c>.</summary>
    public const string Put = "PUT";

    /// <summary>Code <c>DELETE</c>.</summary>
    public const string Delete = "DELETE";

    /// <summary>Code <c>PATCH</c>.</summary>
    public const string Patch = "PATCH";
}
