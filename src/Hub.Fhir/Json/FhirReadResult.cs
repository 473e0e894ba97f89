using Hub.Fhir.Model;

namespace Hub.Fhir.Json;

/// <summary>What came of reading: the resource as far as it could be read, and everything that was found.</summary>
/// <param name="Resource">The resource; null when the input as a whole could not be read. With errors present, the faulty elements are missing from it.</param>
/// <param name="Issues">Errors, in the order they were met; at most <see cref="FhirJson.MaxIssues"/>.</param>
/// <param name="Repairs">Changes made in lenient mode.</param>
/// <param name="Unmodelled">Content the records do not show.</param>
public sealed record FhirReadResult(
    Resource? Resource,
    IReadOnlyList<FhirIssue> Issues,
    IReadOnlyList<Repair> Repairs,
    IReadOnlyList<UnmodelledElement> Unmodelled)
{
    /// <summary>True when there is a resource and no error.</summary>
    public bool Ok => Resource is not null && Issues.Count == 0;

    /// <summary>The errors at or below a path, for example those of one Bundle entry.</summary>
    /// <param name="path">A path such as <c>Bundle.entry[2]</c>.</param>
    public IEnumerable<FhirIssue> IssuesUnder(string path) => Issues.Where(issue =>
        issue.Path.StartsWith(path, StringComparison.Ordinal)
        && (issue.Path.Length == path.Length || issue.Path[path.Length] is '.' or '['));
}
