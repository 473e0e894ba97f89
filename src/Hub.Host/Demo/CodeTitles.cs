using System.Collections.Frozen;
using Hub.Core.Errors;
using Hub.Host.Composition;

namespace Hub.Host.Demo;

/// <summary>What error codes mean.</summary>
internal static class CodeTitles
{
    private static readonly FrozenDictionary<string, ErrorDefinition> Codes = ErrorCatalogue.In(Parts.ErrorAssemblies).ToFrozenDictionary(d => d.Code);

    /// <summary>The title of a code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The title, empty when the code is not in the catalogue.</returns>
    public static string Of(string code) => Find(code)?.Title ?? "";

    /// <summary>All that is known of a code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>Its entry, null when the code is not in the catalogue.</returns>
    public static ErrorDefinition? Find(string code) => Codes.GetValueOrDefault(code);
}
