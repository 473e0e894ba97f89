using Hub.AcceptanceTests.Staging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Reading;

/// <summary>The database of one stage. Looking needs no broker.</summary>
internal sealed class ReadBacking : IAsyncDisposable
{
    private readonly string _name = $"read_{Guid.NewGuid():N}";

    private ReadBacking()
    {
    }

    /// <summary>Settings of the hub, as environment variables name them.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public static async Task<ReadBacking> MakeAsync(BackingKind kind)
    {
        var backing = new ReadBacking();
        if (kind == BackingKind.Embedded)
            return backing;
        Assert.SkipWhen(string.IsNullOrEmpty(Postgres), "HUB_TEST_POSTGRES is not set");
        backing.Settings["HUB_POSTGRES"] = await TestDatabase.MakeAsync(Postgres!, backing._name);
        return backing;
    }

    /// <summary>Takes the database away from a running hub.</summary>
    /// <param name="data">Where the embedded one lies.</param>
    public async Task ShutAsync(string data)
    {
        if (Settings.Count > 0)
            await TestDatabase.ShutAsync(Postgres!, _name);
        else
            foreach (var file in Directory.EnumerateFiles(data, "*.db"))
                File.Move(file, file + ".away");
    }

    public async ValueTask DisposeAsync()
    {
        if (Settings.Count > 0)
            await TestDatabase.DropAsync(Postgres!, _name);
    }

    private static string? Postgres => Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES");
}
