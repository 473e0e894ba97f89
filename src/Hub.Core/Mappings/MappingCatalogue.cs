using System.Collections.Frozen;
using System.Reflection;

namespace Hub.Core.Mappings;

/// <summary>Every mapping of the installation by name. Found by type, so that adding a mapping needs no list to be kept.</summary>
public sealed class MappingCatalogue
{
    private readonly FrozenDictionary<string, IMapping> _mappings;

    /// <summary>A catalogue of given mappings.</summary>
    /// <param name="mappings">Mappings with distinct names.</param>
    public MappingCatalogue(IEnumerable<IMapping> mappings) => _mappings = mappings.ToFrozenDictionary(m => m.Name, StringComparer.Ordinal);

    /// <summary>All mappings by name.</summary>
    public IReadOnlyList<IMapping> All => [.. _mappings.Values.OrderBy(m => m.Name, StringComparer.Ordinal)];

    /// <summary>Finds every public mapping with a constructor without parameters.</summary>
    /// <param name="assembly">Where to look.</param>
    /// <returns>The catalogue.</returns>
    public static MappingCatalogue In(Assembly assembly) => new(
        assembly.GetExportedTypes()
            .Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(IMapping)) && t.GetConstructor([]) is not null)
            .Select(t => (IMapping)Activator.CreateInstance(t)!));

    /// <summary>The mapping of a name.</summary>
    /// <param name="name">Name in tenant files.</param>
    /// <returns>The mapping, null when there is none.</returns>
    public IMapping? Find(string name) => _mappings.GetValueOrDefault(name);
}
