using System.Collections.Frozen;
using System.Reflection;

namespace Hub.Core.Adapters;

/// <summary>Every adapter of the installation by name. Found by type, so that adding a system needs no list to be kept.</summary>
public sealed class AdapterCatalogue
{
    private readonly FrozenDictionary<string, IAdapter> _adapters;

    /// <summary>A catalogue of given adapters.</summary>
    /// <param name="adapters">Adapters with distinct names.</param>
    public AdapterCatalogue(IEnumerable<IAdapter> adapters) => _adapters = adapters.ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    /// <summary>All names, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _adapters.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Finds every public adapter with a constructor without parameters.</summary>
    /// <param name="assembly">Where to look.</param>
    /// <returns>The catalogue.</returns>
    public static AdapterCatalogue In(Assembly assembly) => new(
        assembly.GetExportedTypes()
            .Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(IAdapter)) && t.GetConstructor([]) is not null)
            .Select(t => (IAdapter)Activator.CreateInstance(t)!));

    /// <summary>The adapter of a name.</summary>
    /// <param name="name">Name in tenant files.</param>
    /// <returns>The adapter, null when there is none.</returns>
    public IAdapter? Find(string name) => _adapters.GetValueOrDefault(name);
}
