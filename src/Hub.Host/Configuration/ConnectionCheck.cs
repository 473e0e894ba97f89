using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Host.Configuration;

/// <summary>What must hold for connections beyond the form of hub.yaml.</summary>
internal static class ConnectionCheck
{
    /// <summary>Finds connections whose adapter does not exist or cannot tell tenants apart.</summary>
    /// <param name="connections">The connections.</param>
    /// <param name="adapters">Adapters of the installation.</param>
    /// <returns>Every error.</returns>
    public static IReadOnlyList<HubError> Errors(IReadOnlyDictionary<string, ConnectionSettings> connections, AdapterCatalogue adapters) =>
    [
        .. connections.Values.Where(c => adapters.Find(c.Adapter) is not ISharedAdapter)
            .Select(c => ConfigErrors.UnknownAdapter.At($"hub.yaml connections.{c.Name}.adapter", $"There is no adapter '{c.Adapter}' that reads for many tenants")),
    ];
}
