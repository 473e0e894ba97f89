using Hub.Core.Storage;
using Hub.Host.Configuration;

namespace Hub.Host.Composition;

/// <summary>Opens the database and the encryption keys that the settings name.</summary>
internal static class Databases
{
    public static IHubStore Store(HubSettings settings, TimeProvider time) => throw new NotSupportedException($"No store for {settings} {time}.");

    public static IBodyVault Vault(HubSettings settings) => throw new NotSupportedException($"No vault for {settings}.");
}
