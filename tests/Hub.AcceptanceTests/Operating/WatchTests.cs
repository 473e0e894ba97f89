using Hub.AcceptanceTests.Staging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

public sealed class WatchTests
{
    /// <summary>The kernel's file watches are few, and shared with other containers of the same user.</summary>
    [Fact]
    public async Task Should_start_and_take_up_changes_where_the_kernel_gives_no_file_watches()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/unshare") && File.Exists("/proc/sys/user/max_inotify_instances"), "no user namespaces here");
        await using var place = await Installation.OpenAsync(BackingKind.Embedded);
        await place.StartAsync("unshare", "--user", "--map-root-user", "sh", "-c", "echo 0 > /proc/sys/user/max_inotify_instances && exec \"$@\"", "sh");
        var before = await SnapshotAsync(place);

        place.Write(place.Tenant with { Routes = """  - { name: plans, content: plan, to: journal, as: fhir.careplan }""" });

        await Wait.UntilAsync("the change is in force", TimeSpan.FromSeconds(20), async () => await SnapshotAsync(place) > before);
    }

    private static async Task<int> SnapshotAsync(Installation place) => (await place.Operator.StatusAsync()).GetProperty("snapshot").GetInt32();
}
