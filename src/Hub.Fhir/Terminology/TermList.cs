using System.Collections.Frozen;

namespace Hub.Fhir.Terminology;

/// <summary>The codes of one code system.</summary>
public sealed class TermList
{
    private readonly FrozenDictionary<string, Term> _byCode;

    internal TermList(string system, params (string Code, string Display)[] terms)
    {
        System = system;
        All = [.. terms.Select(term => new Term(system, term.Code, term.Display))];
        _byCode = All.ToFrozenDictionary(term => term.Code, StringComparer.Ordinal);
    }

    /// <summary>Code system.</summary>
    public string System { get; }

    /// <summary>All codes in the order of the code system.</summary>
    public IReadOnlyList<Term> All { get; }

    /// <summary>A code that is known to exist.</summary>
    /// <param name="code">The code.</param>
    /// <exception cref="KeyNotFoundException">The code system has no such code.</exception>
    public Term this[string code] => _byCode[code];

    /// <summary>The code, or null when the code system does not have it.</summary>
    /// <param name="code">The code, or null.</param>
    public Term? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);
}
