using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Staging;

/// <summary>What a hub stands on in a journey.</summary>
public enum BackingKind
{
    /// <summary>SQLite, no broker: what needs nothing installed.</summary>
    Embedded,

    /// <summary>PostgreSQL and RabbitMQ.</summary>
    Servers,
}

/// <summary>The database and the virtual host of one stage.</summary>
internal sealed class Backing : IAsyncDisposable
{
    private readonly string _name = $"journey_{Guid.NewGuid():N}";

    private Backing()
    {
    }

    /// <summary>Settings of the hub, as environment variables name them.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public static async Task<Backing> MakeAsync(BackingKind kind)
    {
        var backing = new Backing();
        if (kind == BackingKind.Embedded)
            return backing;
        Assert.SkipWhen(Postgres is null || RabbitMq is null || Management is null, "HUB_TEST_POSTGRES, HUB_TEST_RABBITMQ and HUB_TEST_RABBITMQ_MANAGEMENT are not set");
        backing.Settings["HUB_POSTGRES"] = await TestDatabase.MakeAsync(Postgres!, backing._name);
        using var hosts = new BrokerHosts(Management!);
        await hosts.MakeAsync(backing._name);
        backing.Settings["HUB_RABBITMQ"] = new UriBuilder(RabbitMq!) { Path = $"/{backing._name}" }.Uri.AbsoluteUri;
        return backing;
    }

    /// <summary>Loses the database, and makes an empty one in its place. The broker keeps what it has.</summary>
    public async Task EmptyAsync()
    {
        if (Settings.Count == 0)
            return;
        await TestDatabase.DropAsync(Postgres!, _name);
        await TestDatabase.MakeAsync(Postgres!, _name);
    }

    /// <summary>Ends every connection to the database and lets nobody in.</summary>
    public Task ShutAsync() => TestDatabase.ShutAsync(Postgres!, _name);

    /// <summary>Lets everybody in again.</summary>
    public Task ReopenAsync() => TestDatabase.ReopenAsync(Postgres!, _name);

    public async ValueTask DisposeAsync()
    {
        if (Settings.Count == 0)
            return;
        await TestDatabase.DropAsync(Postgres!, _name);
        using var hosts = new BrokerHosts(Management!);
        await hosts.DropAsync(_name);
    }

    private static string? Postgres => Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES") is { Length: > 0 } value ? value : null;

    private static string? RabbitMq => Environment.GetEnvironmentVariable("HUB_TEST_RABBITMQ") is { Length: > 0 } value ? value : null;

    private static string? Management => Environment.GetEnvironmentVariable("HUB_TEST_RABBITMQ_MANAGEMENT") is { Length: > 0 } value ? value : null;
}
