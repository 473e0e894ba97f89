namespace Hub.Fhir.Model;

/// <summary>Purposes of a Bundle. FHIR R4 required binding.</summary>
public static class BundleType
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/bundle-type";

    /// <summary>Code <c>document</c>.</summary>
    public const string Document = "document";

    /// <summary>Code <c>message</c>.</summary>
    public const string Message = "message";

    /// <summary>Code <c>transaction</c>.</summary>
    public const string Transaction = "transaction";

    /// <summary>Code <c>transaction-response</c>.</summary>
    public const string TransactionResponse = "transaction-response";

    /// <summary>Code <c>batch</c>.</summary>
    public const string Batch = "batch";

    /// <summary>Code <c>batch-response</c>.</summary>
    public const string BatchResponse = "batch-response";

    /// <summary>Code <c>history</c>.</summary>
    public const string History = "history";

    /// <summary>Code <c>searchset</c>.</summary>
    public const string Searchset = "searchset";

    /// <summary>Code <c>collection</c>.</summary>
    public const string Collection = "collection";
}
