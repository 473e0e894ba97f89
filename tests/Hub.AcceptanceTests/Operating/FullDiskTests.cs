using System.Net;
using Hub.AcceptanceTests.Staging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

/// <summary>A node whose database file cannot grow any more.</summary>
public sealed class FullDiskTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What cannot be kept is refused, the node says that it is not ready, and all is well when there is room again.</summary>
    [Fact]
    public async Task Should_not_be_ready_while_nothing_can_be_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "prlimit is Linux's");
        await using var place = await Installation.OpenAsync(BackingKind.Embedded, "alerts: { every: 100ms }", Municipality.Larvik);

        // The signal that comes with the limit would end the process; a full disk sends none.
        await place.StartAsync("sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh");
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(place, 1));

        var number = 2;
        await place.LimitFilesAsync(200_000);
        await Wait.UntilAsync("a message is refused", Patience, async () => await SendAsync(place, number++) == HttpStatusCode.ServiceUnavailable);
        await Wait.UntilAsync("the node is not ready", Patience, async () => !await place.IsReadyAsync());

        await place.LimitFilesAsync(null);
        await Wait.UntilAsync("the node is ready", Patience, place.IsReadyAsync);
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(place, number));
        Assert.Equal(0, await place.StopAsync());
    }

    private static async Task<HttpStatusCode> SendAsync(Installation place, int number) =>
        (await place.Vendor.SendAsync(place.Tenant, Events.Pulse($"full-{number}", Events.People[number % 4], 60))).Status;
}
