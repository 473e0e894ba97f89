using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;

namespace Hub.Host.Reading;

/// <summary>Says in an OperationOutcome what is missing from an answer: whose, what, of which period and why.</summary>
internal static class MissingText
{
    private const string CodeSystem = "urn:hub:error";

    /// <summary>The outcome of a look.</summary>
    /// <param name="missing">What is missing.</param>
    /// <param name="unknowing">Partners that do not know the patient.</param>
    /// <param name="refused">Kinds that may not be seen, and why.</param>
    /// <returns>The outcome; null when there is nothing to say.</returns>
    public static OperationOutcome? Of(IEnumerable<Missing> missing, IEnumerable<string> unknowing, IEnumerable<(ContentKind Kind, HubError Why)> refused)
    {
        var issues = missing.Distinct().Select(Issue)
            .Concat(unknowing.Select(p => Issue(IssueSeverity.Information, IssueType.NotFound, LookupErrors.PatientUnknown.At(), $"'{p}' does not follow this patient up")))
            .Concat(refused.Select(r => Issue(IssueSeverity.Information, IssueType.Suppressed, r.Why, $"Left out: {r.Kind.Name()}. {r.Why.Text}")))
            .ToFhirList();
        return issues.Count == 0 ? null : new OperationOutcome { Issue = issues };
    }

    /// <summary>The outcome of a request that is refused, or that nobody could answer.</summary>
    /// <param name="errors">Why.</param>
    /// <param name="status">HTTP status of an error.</param>
    /// <returns>The outcome.</returns>
    public static OperationOutcome Of(IReadOnlyList<HubError> errors, Func<HubError, int> status) => new()
    {
        Issue = errors.Select(e => Issue(IssueSeverity.Error, TypeOf(e, status(e)), e, e.Text)).ToFhirList(),
    };

    private static OperationOutcomeIssue Issue(Missing missing)
    {
        var whose = missing.Partner.Length > 0 ? $"from '{missing.Partner}'" : "of older times";
        var text = $"{(missing.IsPart ? "Some" : "All")} {missing.What} {whose} {Period(missing)} are missing: {missing.Why.Text}";
        return Issue(missing.IsPart ? IssueSeverity.Warning : IssueSeverity.Error, TypeOf(missing.Why, 0), missing.Why, text);
    }

    private static string Period(Missing missing) => (missing.From, missing.To) switch
    {
        (null, null) => "of all times",
        (null, { } to) => $"before {Text(to)}",
        ({ } from, null) => $"since {Text(from)}",
        ({ } from, { } to) => $"from {Text(from)} to {Text(to)}",
    };

    private static string Text(DateTimeOffset time) => FhirDateTime.FromInstant(time).Text;

    private static string TypeOf(HubError error, int status) =>
        error.Code == LookupErrors.TimedOut.Code ? IssueType.Timeout
        : error.Code == LookupErrors.Incomplete.Code || error.Code == LookupErrors.Unreadable.Code ? IssueType.Incomplete
        : error.Code.StartsWith("HUB-LOOKUP-", StringComparison.Ordinal) && error.Retryable ? IssueType.Transient
        : error.Code.StartsWith("HUB-MAP-", StringComparison.Ordinal) ? IssueType.Incomplete
        : status switch
        {
            StatusCodes.Status401Unauthorized => IssueType.Login,
            StatusCodes.Status403Forbidden => IssueType.Forbidden,
            StatusCodes.Status404NotFound => IssueType.NotFound,
            StatusCodes.Status405MethodNotAllowed or StatusCodes.Status415UnsupportedMediaType or StatusCodes.Status501NotImplemented => IssueType.NotSupported,
            StatusCodes.Status409Conflict => IssueType.Conflict,
            StatusCodes.Status410Gone => IssueType.Expired,
            StatusCodes.Status413PayloadTooLarge => IssueType.TooLong,
            StatusCodes.Status500InternalServerError => IssueType.Exception,
            StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout => IssueType.Transient,
            _ => error.Code == ReadErrors.NoPatient.Code ? IssueType.Required : IssueType.Invalid,
        };

    private static OperationOutcomeIssue Issue(string severity, string type, HubError error, string text) => new()
    {
        Severity = severity,
        Code = type,
        Details = new CodeableConcept { Coding = [new Fhir.Model.Coding { System = CodeSystem, Code = error.Code }], Text = text },
        Diagnostics = error.Path is null ? $"{error.Code}: {text}" : $"{error.Code} at {error.Path}: {text}",
    };
}
