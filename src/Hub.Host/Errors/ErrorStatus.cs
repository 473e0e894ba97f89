using System.Collections.Frozen;
using Hub.Core.Errors;
using Hub.Host.Composition;

namespace Hub.Host.Errors;

/// <summary>The HTTP status of each error code, and what to do about it, from the catalogue. Built when the first error is answered, not at start.</summary>
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

    /// <summary>What a person can do about an error.</summary>
    /// <param name="error">The error.</param>
    /// <returns>A sentence; null for a code that is not in the catalogue.</returns>
    public static string? ActionOf(HubError error) => ByCode.Value.GetValueOrDefault(error.Code)?.Action;

    /// <summary>The status of several errors: the first one's, as it is the one that stopped the reading.</summary>
    /// <param name="errors">At least one error.</param>
    /// <returns>An HTTP status.</returns>
    public static int Of(IReadOnlyList<HubError> errors) => Of(errors[0]);
}
