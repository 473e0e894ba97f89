using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Host.Configuration;

/// <summary>A tenant as read from its file, with the place of every setting, so that rules can say where a fault is.</summary>
/// <param name="File">File name as error texts show it.</param>
/// <param name="Config">The tenant.</param>
/// <param name="RoutePaths">Path of each route of <paramref name="Config"/>: a route to several partners in the file is several routes in the configuration.</param>
/// <param name="Lines">Lines of the settings, by path.</param>
internal sealed record BoundTenant(string File, TenantConfig Config, IReadOnlyList<string> RoutePaths, IReadOnlyDictionary<string, int> Lines)
{
    /// <summary>An error at a setting.</summary>
    /// <param name="definition">Which error.</param>
    /// <param name="path">Path of the setting; the nearest section that stands in the file gives the line.</param>
    /// <param name="detail">What exactly.</param>
    /// <returns>The error.</returns>
    public HubError Error(ErrorDefinition definition, string path, string detail) => definition.At(At(path), detail);

    /// <summary>A setting as error texts name it: file, line and path.</summary>
    /// <param name="path">Path of the setting.</param>
    /// <returns>The place.</returns>
    public string At(string path) => $"{File}:{LineOf(path)} {path}";

    private int LineOf(string path)
    {
        for (var p = path; p.Length > 0; p = p[..Math.Max(0, p.LastIndexOfAny(['.', '[']))])
        {
            if (Lines.TryGetValue(p, out var line))
                return line;
        }

        return 1;
    }
}
