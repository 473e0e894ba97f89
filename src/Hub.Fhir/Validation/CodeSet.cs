using System.Reflection;
using Hub.Fhir.Model;

namespace Hub.Fhir.Validation;

/// <summary>The codes of a required binding, taken from its class of constants.</summary>
internal sealed class CodeSet
{
    private readonly string _system;
    private readonly HashSet<string> _codes;

    private CodeSet(Type constants)
    {
        var fields = constants.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).ToArray();
        _system = (string)fields.Single(field => field.Name == "System").GetRawConstantValue()!;
        _codes = new(fields.Where(field => field.Name != "System").Select(field => (string)field.GetRawConstantValue()!), StringComparer.Ordinal);
    }

    internal static CodeSet? Of(Type? constants) => constants is null ? null : new CodeSet(constants);

    internal void Check(object value, CheckContext context)
    {
        var ok = value switch
        {
            string code => _codes.Contains(code),
            CodeableConcept concept => concept.Coding.Count == 0
                || concept.Coding.Any(coding => coding.System == _system && coding.Code is { } code && _codes.Contains(code)),
            _ => true,
        };
        if (!ok)
            context.Add(CheckRules.Codes);
    }
}
