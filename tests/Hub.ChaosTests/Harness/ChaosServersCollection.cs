using Xunit;

namespace Hub.ChaosTests.Harness;

/// <summary>All rounds share the servers, which are started once, and come one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ChaosServersCollection : ICollectionFixture<ChaosServers>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "servers";
}
