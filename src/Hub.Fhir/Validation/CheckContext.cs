using Hub.Fhir.Json.Reading;
using Hub.Fhir.Json.Shapes;
using Hub.Fhir.Model;

namespace Hub.Fhir.Validation;

/// <summary>Where the validator is, and what it has found.</summary>
internal sealed class CheckContext
{
    private readonly ElementPath _path = new();
    private readonly List<FhirIssue> _issues = [];
    private readonly List<(string Path, string Target)> _local = [];

    internal IReadOnlyList<FhirIssue> Issues => _issues;

    internal void Enter(string name) => _path.Enter(name);

    internal void At(int index) => _path.At(index);

    internal void Leave() => _path.Leave();

    internal void Require(int min)
    {
        if (min > 0)
            Add(CheckRules.Required);
    }

    internal void Add(CheckRule rule, string? below = null, FhirSeverity severity = FhirSeverity.Error)
    {
        var path = below is null ? _path.ToString() : $"{_path}.{below}";
        _issues.Add(new FhirIssue(severity, rule.Code, path, rule.Text, rule.Source));
    }

    /// <summary>Remembers a reference to a urn, which only the Bundle around it can resolve.</summary>
    internal void Meet(Reference reference)
    {
        if (reference.Target is { } target && target.StartsWith("urn:", StringComparison.Ordinal))
            _local.Add((_path.ToString(), target));
    }

    internal void ResolveLocal(HashSet<string> urls, CheckRule rule)
    {
        foreach (var (path, target) in _local)
        {
            if (!urls.Contains(target))
                _issues.Add(new FhirIssue(FhirSeverity.Error, rule.Code, path, rule.Text, rule.Source));
        }

        _local.Clear();
    }

    internal void CheckResource(Resource resource)
    {
        if (resource is UnmodelledResource)
            return;
        var shape = ResourceShapes.Of(resource);
        _path.NameRoot(shape.TypeName);
        shape.Check(resource, this);
    }
}
