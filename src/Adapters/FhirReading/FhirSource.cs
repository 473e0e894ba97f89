using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Fhir;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;

namespace Hub.Adapters.FhirReading;

/// <summary>A message as read: its resources with their raw JSON, what was found, and what references point to.</summary>
internal sealed class FhirSource
{
    private readonly InboundMessage _input;
    private readonly FhirReadResult _read;
    private readonly IReadOnlyList<FhirIssue> _broken;
    private readonly IReadOnlyList<HubError> _modifiers;
    private readonly ReferencePlaces _places = new();
    private readonly Dictionary<string, FhirEntry> _byPath = new(StringComparer.Ordinal);

    public FhirSource(InboundMessage input, FhirReadResult read, JsonElement root)
    {
        (_input, _read, Root) = (input, read, root);
        _broken = [.. FhirValidator.Validate(read.Resource!).Where(i => i.Severity == FhirSeverity.Error)];
        _modifiers = Modifiers.Find(input.Body.Span, root, read.Resource!.GetType().Name);
        Whole = new Findings(input);
        Entries = read.Resource is Bundle bundle
            ? [.. bundle.Entry.Select((e, i) => (e, i)).Where(p => p.e.Resource is not null).Select(p => new FhirEntry($"Bundle.entry[{p.i}]", $"Bundle.entry[{p.i}].resource", p.e.FullUrl, p.e.Resource!, Resource(root, p.i)))]
            : [new FhirEntry("", read.Resource!.GetType().Name, null, read.Resource!, root)];
        for (var i = 0; i < Entries.Count; i++)
        {
            _places.Add(i, Entries[i].FullUrl, Entries[i].Resource.GetType().Name, Entries[i].Resource.Id);
            _byPath[Entries[i].Path] = Entries[i];
        }
    }

    public JsonElement Root { get; }

    public ReadOnlyMemory<byte> Body => _input.Body;

    /// <summary>Findings that concern the message as a whole.</summary>
    public Findings Whole { get; }

    public IReadOnlyList<FhirEntry> Entries { get; }

    public Findings NewFindings() => new(_input);

    /// <summary>The entry a reference points to inside the message, null when it points elsewhere.</summary>
    public FhirEntry? Resolve(Reference? reference) => reference?.Target is { } target ? Resolve(target) : null;

    public FhirEntry? Resolve(string target) => _places.Find(target) is { } at ? Entries[at] : null;

    /// <summary>The entry with its resource at a path, null when there is none.</summary>
    public FhirEntry? At(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Every error of reading and of the rules.</summary>
    public IEnumerable<HubError> AllErrors() =>
        _read.Issues.Select(FhirIssues.Of).Concat(Whole.Lenient ? [] : _broken.Select(FhirIssues.Of)).Concat(Whole.Errors);

    /// <summary>Puts what was found under the given entries, or outside them, into findings: errors, or repairs where the lenient mode takes it.</summary>
    public void Report(Findings to, Func<string, bool> concerns)
    {
        foreach (var issue in _read.Issues.Where(i => concerns(i.Path)))
            to.Fail(FhirIssues.Of(issue));
        foreach (var modifier in _modifiers.Where(m => concerns(m.Path!)))
            to.Fail(modifier);
        foreach (var repair in _read.Repairs.Where(r => concerns(r.Path)))
            to.Mend(repair.Path, repair.Rule, repair.What);
        foreach (var issue in _broken.Where(i => concerns(i.Path)))
        {
            if (to.Lenient)
                to.Mend(issue.Path, issue.Code, $"Taken although: {issue.Text}");
            else if (!_read.Issues.Any(i => i.Path == issue.Path))
                to.Fail(FhirIssues.Of(issue));
        }
    }

    // The lenient reader takes one entry where a list is due.
    private static JsonElement Resource(JsonElement root, int index)
    {
        var entries = root.GetProperty("entry");
        return (entries.ValueKind == JsonValueKind.Array ? entries[index] : entries).GetProperty("resource");
    }
}

/// <summary>A resource of the message.</summary>
/// <param name="Path">Path of the Bundle entry; empty for a single resource.</param>
/// <param name="ResourcePath">Path of the resource.</param>
/// <param name="FullUrl">Its fullUrl.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Json">The JSON it was read from.</param>
internal sealed record FhirEntry(string Path, string ResourcePath, string? FullUrl, Resource Resource, JsonElement Json);
