using System.Collections.Frozen;
using Hub.Kith.Types;

namespace Hub.Kith.Codes;

/// <summary>A Volven code list, as far as this library uses it.</summary>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, string> texts;

    internal CodeList(int number, string title, params (string Code, string Text)[] codes)
    {
        (Number, Title, Oid) = (number, title, CV.VolvenPrefix + number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        texts = codes.ToFrozenDictionary(c => c.Code, c => c.Text, StringComparer.Ordinal);
    }

    /// <summary>Number of the list.</summary>
    public int Number { get; }

    /// <summary>What the list is about.</summary>
    public string Title { get; }

    /// <summary>OID of the list: attribute S of a CV.</summary>
    public string Oid { get; }

    /// <summary>The codes.</summary>
    public IReadOnlyCollection<string> Codes => texts.Keys;

    /// <summary>Whether the list has the code.</summary>
    /// <param name="code">Code.</param>
    public bool Has(string? code) => code is not null && texts.ContainsKey(code);

    /// <summary>Norwegian text of a code, or <see langword="null"/> when the list here does not have it.</summary>
    /// <param name="code">Code.</param>
    public string? TextOf(string? code) => code is not null && texts.TryGetValue(code, out var text) ? text : null;

    /// <summary>The code with list and text, as a CV.</summary>
    /// <param name="code">A code of this list.</param>
    /// <exception cref="KeyNotFoundException">The list does not have it: the caller wrote a constant wrong.</exception>
    public CV Cv(string code) => new(code, Oid, texts[code]);

    /// <summary>The code with text, as a CS.</summary>
    /// <param name="code">A code of this list.</param>
    /// <exception cref="KeyNotFoundException">The list does not have it: the caller wrote a constant wrong.</exception>
    public CS Cs(string code) => new(code, texts[code]);
}
