using System.Collections.Frozen;
using Hub.Adapters.Json;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Codes;

/// <summary>One of the system's numbered code lists and what its codes mean.</summary>
internal sealed class CodeTable<T>(string name, params (int Code, T Meaning)[] codes)
    where T : notnull
{
    private readonly FrozenDictionary<int, T> _meanings = codes.ToFrozenDictionary(c => c.Code, c => c.Meaning);

    private readonly FrozenDictionary<T, int> _codes = codes.DistinctBy(c => c.Meaning).ToFrozenDictionary(c => c.Meaning, c => c.Code);

    public bool Find(int code, out T meaning) => _meanings.TryGetValue(code, out meaning!);

    /// <summary>The code of a meaning, the first one in the list where several mean the same; null when there is none.</summary>
    public int? CodeOf(T meaning) => _codes.TryGetValue(meaning, out var code) ? code : null;

    /// <summary>Reads the code in a field.</summary>
    /// <returns>False when the field is missing or at fault; a fault is told.</returns>
    public bool TryRead(Fields at, string field, out T meaning, bool required = false, ErrorDefinition? unknown = null)
    {
        meaning = default!;
        if (at.Integer(field, required) is not { } code)
            return false;
        if (Find(code, out meaning))
            return true;
        at.Fail(unknown ?? IntakeErrors.BadFormat, field, $"The code is not in the list {name}: one of {string.Join(", ", codes.Select(c => c.Code))} is expected here.");
        return false;
    }
}
