using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Fhir;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;

namespace Hub.Adapters.Vkp;

/// <summary>A message as read: its resources with their raw JSON, what was found, and what references point to.</summary>
internal sealed class VkpSource
{
    private readonly InboundMessage _input;
    private readonly FhirReadResult _read;
    private readonly IReadOnlyList<FhirIssue> _broken;
    private readonly IReadOnlyList<HubError> _modifiers;

    public VkpSource(InboundMessage input, FhirReadResult read, JsonElement root)
    {
        (_input, _read, Root) = (input, read, root);
        _broken = [.. FhirValidator.Validate(read.Resource!).Where(i => i.Severity == FhirSeverity.Error)];
        _modifiers = Modifiers.Find(input.Body.Span, root, read.Resource!.GetType().Name);
        Whole = new Findings(input);
        Entries = read.Resource is Bundle bundle
            ? [.. bundle.Entry.Select((e, i) => (e, i)).Where(p => p.e.Resource is not null).Select(p => new VkpEntry($"Bundle.entry[{p.i}]", $"Bundle.entry[{p.i}].resource", p.e.FullUrl, p.e.Resource!, Resource(root, p.i)))]
            : [new VkpEntry("", read.Resource!.GetType().Name, null, read.Resource!, root)];
    }

    public JsonElement Root { get; }

    public ReadOnlyMemory<byte> Body => _input.Body;

    /// <summary>Findings that concern the message as a whole.</summary>
    public Findings Whole { get; }

    public IReadOnlyList<VkpEntry> Entries { get; }

    public Findings NewFindings() => new(_input);

    /// <summary>The entry a reference points to inside the message, null when it points elsewhere.</summary>
    public VkpEntry? Resolve(Reference? reference) => reference?.Target is { } target ? Resolve(target) : null;

    public VkpEntry? Resolve(string target)
    {
        foreach (var entry in Entries)
        {
            if (entry.FullUrl == target || (entry.Resource.Id is { } id && target == $"{entry.Resource.GetType().Name}/{id}")
                || (entry.FullUrl is { } url && url.EndsWith("/" + target, StringComparison.Ordinal)))
                return entry;
        }

        return null;
    }

    /// <summary>Every error of reading and of the rules.</summary>
    public IEnumerable<HubError> AllErrors() =>
        _read.Issues.Select(VkpIssues.Of).Concat(Whole.Lenient ? [] : _broken.Select(VkpIssues.Of)).Concat(Whole.Errors);

    /// <summary>Puts what was found under the given entries, or outside them, into findings: errors, or repairs where the lenient mode takes it.</summary>
    public void Report(Findings to, Func<string, bool> concerns)
    {
        foreach (var issue in _read.Issues.Where(i => concerns(i.Path)))
            to.Fail(VkpIssues.Of(issue));
        foreach (var modifier in _modifiers.Where(m => concerns(m.Path!)))
            to.Fail(modifier);
        foreach (var repair in _read.Repairs.Where(r => concerns(r.Path)))
            to.Mend(repair.Path, repair.Rule, repair.What);
        foreach (var issue in _broken.Where(i => concerns(i.Path)))
        {
            if (to.Lenient)
                to.Mend(issue.Path, issue.Code, $"Taken although: {issue.Text}");
            else if (!_read.Issues.Any(i => i.Path == issue.Path))
                to.Fail(VkpIssues.Of(issue));
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
internal sealed record VkpEntry(string Path, string ResourcePath, string? FullUrl, Resource Resource, JsonElement Json);
