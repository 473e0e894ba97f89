using Hub.Fhir.Model;

namespace Hub.Fhir.Json.Reading;

/// <summary>Where the reader is, and what it has found.</summary>
internal sealed class ReadContext(FhirReadMode mode)
{
    private readonly ElementPath _path = new();
    private readonly List<FhirIssue> _issues = [];
    private readonly List<Repair> _repairs = [];
    private readonly List<UnmodelledElement> _unmodelled = [];

    internal bool Lenient => mode == FhirReadMode.Lenient;

    internal void NameRoot(string name) => _path.NameRoot(name);

    internal void Enter(string name) => _path.Enter(name);

    internal void At(int index) => _path.At(index);

    internal void Leave() => _path.Leave();

    internal void Error(JsonRule rule)
    {
        if (_issues.Count < FhirJson.MaxIssues - 1)
            _issues.Add(Issue(rule));
        else if (_issues.Count == FhirJson.MaxIssues - 1)
            _issues.Add(Issue(JsonRules.TooMany));
    }

    /// <summary>Records a repair in lenient mode and an error in strict mode; true when the caller may go on with the repair.</summary>
    internal bool Fault(JsonRule rule, string repair)
    {
        if (!Lenient)
            Error(rule);
        else
            Mend(rule, repair);
        return Lenient;
    }

    internal void Mend(JsonRule rule, string what)
    {
        if (_repairs.Count < FhirJson.MaxIssues)
            _repairs.Add(new Repair(_path.ToString(), rule.Code, what));
        else
            Error(JsonRules.TooMany);
    }

    internal void Note(bool kept)
    {
        if (_unmodelled.Count < FhirJson.MaxIssues)
            _unmodelled.Add(new UnmodelledElement(_path.ToString(), kept));
        else
            Error(JsonRules.TooMany);
    }

    internal FhirReadResult Result(Resource? resource) => new(resource, _issues, _repairs, _unmodelled);

    private FhirIssue Issue(JsonRule rule) => new(FhirSeverity.Error, rule.Code, _path.ToString(), rule.Text, rule.Source);
}
