namespace Hub.Fhir.Model;

/// <summary>Kinds of finding. FHIR R4 required binding.</summary>
public static class IssueType
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/issue-type";

    /// <summary>Code <c>invalid</c>.</summary>
    public const string Invalid = "invalid";

    /// <summary>Code <c>structure</c>.</summary>
    public const string Structure = "structure";

    /// <summary>Code <c>required</c>.</summary>
    public const string Required = "required";

    /// <summary>Code <c>value</c>.</summary>
    public const string Value = "value";

    /// <summary>Code <c>invariant</c>.</summary>
    public const string Invariant = "invariant";

    /// <summary>Code <c>security</c>.</summary>
    public const string Security = "security";

    /// <summary>Code <c>login</c>.</summary>
    public const string Login = "login";

    /// <summary>Code <c>unknown</c>.</summary>
    public const string Unknown = "unknown";

    /// <summary>Code <c>expired</c>.</summary>
    public const string Expired = "expired";

    /// <summary>Code <c>forbidden</c>.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>Code <c>suppressed</c>.</summary>
    public const string Suppressed = "suppressed";

    /// <summary>Code <c>processing</c>.</summary>
    public const string Processing = "processing";

    /// <summary>Code <c>not-supported</c>.</summary>
    public const string NotSupported = "not-supported";

    /// <summary>Code <c>duplicate</c>.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>Code <c>multiple-matches</c>.</summary>
    public const string MultipleMatches = "multiple-matches";

    /// <summary>Code <c>not-found</c>.</summary>
    public const string NotFound = "not-found";

    /// <summary>Code <c>deleted</c>.</summary>
    public const string Deleted = "deleted";

    /// <summary>Code <c>too-long</c>.</summary>
    public const string TooLong = "too-long";

    /// <summary>Code <c>code-invalid</c>.</summary>
    public const string CodeInvalid = "code-invalid";

    /// <summary>Code <c>extension</c>.</summary>
    public const string Extension = "extension";

    /// <summary>Code <c>too-costly</c>.</summary>
    public const string TooCostly = "too-costly";

    /// <summary>Code <c>business-rule</c>.</summary>
    public const string BusinessRule = "business-rule";

    /// <summary>Code <c>conflict</c>.</summary>
    public const string Conflict = "conflict";

    /// <summary>Code <c>transient</c>.</summary>
    public const string Transient = "transient";

    /// <summary>Code <c>lock-error</c>.</summary>
    public const string LockError = "lock-error";

    /// <summary>Code <c>no-store</c>.</summary>
    public const string NoStore = "no-store";

    /// <summary>Code <c>exception</c>.</summary>
    public const string Exception = "exception";

    /// <summary>Code <c>timeout</c>.</summary>
    public const string Timeout = "timeout";

    /// <summary>Code <c>incomplete</c>.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>Code <c>throttled</c>.</summary>
    public const string Throttled = "throttled";

    /// <summary>Code <c>informational</c>.</summary>
    public const string Informational = "informational";
}
