using System.Reflection;

namespace Hub.Core.Errors;

/// <summary>Every stable error code of the hub. A test keeps codes unique and <c>ops/errors.md</c> true.</summary>
public static class ErrorCatalogue
{
    /// <summary>Marks a static class whose <see cref="ErrorDefinition"/> fields belong to the catalogue.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class AreaAttribute : Attribute;

    /// <summary>All definitions declared in the given assemblies, ordered by code.</summary>
    /// <param name="assemblies">The assemblies to look in.</param>
    /// <returns>The definitions.</returns>
    public static IReadOnlyList<ErrorDefinition> In(params IEnumerable<Assembly> assemblies) =>
    [
        .. assemblies.SelectMany(a => a.GetTypes())
            .Where(t => t.GetCustomAttribute<AreaAttribute>() is not null)
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(f => f.GetValue(null))
            .OfType<ErrorDefinition>()
            .OrderBy(d => d.Code, StringComparer.Ordinal),
    ];
}
