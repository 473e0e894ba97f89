using System.Text.Json;
using Hub.Core.Errors;
using Hub.Host.Errors;

namespace Hub.Host.Commands;

/// <summary>Faults that the hub finds in what a command line asked: they are told by option, as those that the command finds itself.</summary>
internal static class AskedAmiss
{
    /// <summary>Whether what was asked is at fault, and nothing else.</summary>
    /// <param name="errors">What the hub answered.</param>
    public static bool Is(IReadOnlyList<HubError> errors) => errors.All(e => e.Code == HttpErrors.BadParameter.Code || e.Code == IntakeErrors.Missing.Code);

    /// <summary>The same errors at the options that they are about: <c>$.sourceId</c> is <c>--source-id</c>.</summary>
    /// <param name="errors">What the hub answered.</param>
    public static IReadOnlyList<HubError> Named(IReadOnlyList<HubError> errors) =>
        [.. errors.Select(e => e.Path is { Length: > 0 } path ? e with { Path = "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path) } : e)];
}
