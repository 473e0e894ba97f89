using System.Collections.Frozen;
using Hub.Core.Errors;
using Hub.Host.Composition;

namespace Hub.Host.Errors;

/// <summary>The HTTP status of each error code, from the catalogue. Built when the first error is answered, not at start.</summary>
internal static class ErrorStatus
{
    private static readonly Lazy<FrozenDictionary<string, ErrorDefinition>> ByCode = new(() =>
        ErrorCatalogue.In(Parts.ErrorAssemblies).ToFrozenDictionary(d => d.Code, StringComparer.Ordinal));

    /// <summary>The status of an error. A code that is not meant for callers (an operator's replay of a message whose partner is gone) says that the state does not allow it.</summary>
    /// <param name="error">The error.</param>
    /// <returns>An HTTP status.</returns>
    public static int Of(HubError error)
    {
        if (!ByCode.Value.TryGetValue(error.Code, out var definition))
            return StatusCodes.Status400BadRequest;
        return definition.HttpStatus > 0 ? definition.HttpStatus : StatusCodes.Status409Conflict;
    }

    /// <summary>The status of several errors: the first one's, as it is the one that stopped the reading.</summary>
    /// <param name="errors">At least one error.</param>
    /// <returns>An HTTP status.</returns>
    public static int Of(IReadOnlyList<HubError> errors) => Of(errors[0]);
}
