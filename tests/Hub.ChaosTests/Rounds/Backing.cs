namespace Hub.ChaosTests.Rounds;

/// <summary>What the hub stands on.</summary>
public enum Backing
{
    /// <summary>One process with its own file.</summary>
    Sqlite,

    /// <summary>PostgreSQL, no broker: partitions are owned by advisory locks.</summary>
    Postgres,

    /// <summary>PostgreSQL and RabbitMQ: partitions are owned by single active consumers.</summary>
    Broker,
}
