using System.Reflection;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Mappings;

namespace Hub.Host.Composition;

/// <summary>The assemblies that the hub is put together from.</summary>
public static class Parts
{
    private static readonly Assembly AdapterAssembly = Assembly.Load("Hub.Adapters");
    private static readonly Assembly MappingAssembly = Assembly.Load("Hub.Mappings");

    /// <summary>Assemblies that may declare error codes.</summary>
    public static IReadOnlyList<Assembly> ErrorAssemblies { get; } =
        [typeof(ErrorCatalogue).Assembly, AdapterAssembly, MappingAssembly, Assembly.Load("Hub.Store"), Assembly.Load("Hub.Delivery"), typeof(Parts).Assembly];

    /// <summary>Every adapter of this build.</summary>
    /// <returns>The catalogue.</returns>
    public static AdapterCatalogue Adapters() => AdapterCatalogue.In(AdapterAssembly);

    /// <summary>Every mapping of this build.</summary>
    /// <returns>The catalogue.</returns>
    public static MappingCatalogue Mappings() => MappingCatalogue.In(MappingAssembly);
}
