using System.Collections.Frozen;
using Hub.Core.Errors;
using Hub.Host.Composition;

namespace Hub.Host.Demo;

/// <summary>Titles of error codes.</summary>
internal static class CodeTitles
{
    private static readonly FrozenDictionary<string, string> Titles = ErrorCatalogue.In(Parts.ErrorAssemblies).ToFrozenDictionary(d => d.Code, d => d.Title);

    /// <summary>The title of a code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The title, empty when the code is not in the catalogue.</returns>
    public static string Of(string code) => Titles.GetValueOrDefault(code, "");
}
