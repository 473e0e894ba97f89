using System.Text.Json;
using Hub.AcceptanceTests.Reach;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

/// <summary><c>hub doctor</c> and <c>hub key rotate</c> beside a running hub.</summary>
public sealed class DoctorCommandTests(ReachHub hub) : IClassFixture<ReachHub>
{
    private string[] Here => ["--config", hub.Config, "--data", hub.Data];

    [Fact]
    public async Task Should_find_a_running_hub_well()
    {
        var run = await CommandRun.OfAsync(["doctor", "--json", "--url", hub.Http.BaseAddress!.ToString(), .. Here]);

        var checks = JsonDocument.Parse(run.Output).RootElement.GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("check").GetString()!, c => c.GetProperty("state").GetString());
        Assert.Equal(["configuration", "secrets", "certificates", "data", "disk", "keys", "database", "clock", "broker", "node"], checks.Keys);
        Assert.All(checks.Where(c => c.Key is not ("clock" or "broker" or "disk" or "certificates")), c => Assert.Equal("ok", c.Value));
        Assert.Equal("skipped", checks["broker"]);
    }

    [Fact]
    public async Task Should_tell_what_is_wrong_and_what_to_do()
    {
        var empty = Directory.CreateTempSubdirectory("hub-doctor-").FullName;
        try
        {
            var run = await CommandRun.OfAsync("doctor", "--config", empty, "--data", Path.Combine(empty, "none"), "--url", "http://127.0.0.1:9");
            Assert.Equal(1, run.Code);
            foreach (var text in new[] { "HUB-CONFIG-003", "There is no directory", "Nothing answers at http://127.0.0.1:9", "data: Make it" })
                Assert.Contains(text, run.Output, StringComparison.Ordinal);
            var quiet = await CommandRun.OfAsync("doctor", "--config", empty, "--data", empty, "--quiet");
            Assert.Equal((1, "", ""), (quiet.Code, quiet.Output, quiet.Errors));
            Assert.Empty(Directory.EnumerateFileSystemEntries(empty));
            Assert.Equal(2, (await CommandRun.OfAsync("doctor", "--url", "here")).Code);
        }
        finally
        {
            Directory.Delete(empty, recursive: true);
        }
    }

    /// <summary>A broker that is away makes no container unhealthy: the node takes messages and delivers without it.</summary>
    [Fact]
    public async Task Should_ask_the_node_alone_for_a_health_check()
    {
        var place = Directory.CreateTempSubdirectory("hub-doctor-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(place, "mq"), "amqp://127.0.0.1:9");
            await File.WriteAllTextAsync(Path.Combine(place, "hub.yaml"), "rabbitmq: file:mq");
            string[] ask = ["doctor", "--config", place, "--data", place, "--json", "--url", hub.Http.BaseAddress!.ToString()];
            Assert.Equal(1, (await CommandRun.OfAsync(ask)).Code);

            var run = await CommandRun.OfAsync([.. ask, "--ready"]);

            Assert.Equal(0, run.Code);
            Assert.Equal("node", Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("checks").EnumerateArray()).GetProperty("check").GetString());
            Assert.Equal(1, (await CommandRun.OfAsync("doctor", "--ready", "--quiet", "--url", "http://127.0.0.1:9")).Code);
            Assert.Equal(2, (await CommandRun.OfAsync("doctor", "--ready")).Code);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    [Fact]
    public async Task Should_tell_keys_that_others_can_read_and_keys_without_their_master()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no Unix file modes.");
            return;
        }

        var data = Directory.CreateTempSubdirectory("hub-doctor-").FullName;
        try
        {
            var keys = Path.Combine(data, "keys");
            Hub.Store.BodyVault.Open(keys).Seal("larvik", "x"u8);
            string[] look = ["doctor", "--config", hub.Config, "--data", data];
            var shut = Path.Combine(keys, "keys.lock");
            await File.WriteAllBytesAsync(shut, [], TestContext.Current.CancellationToken);
            File.SetUnixFileMode(shut, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            Assert.Contains("Master key and keys of 1 tenant in", (await CommandRun.OfAsync(look)).Output, StringComparison.Ordinal);
            await Hub.Store.BodyVault.Open(keys).RotateAsync("larvik", null, TestContext.Current.CancellationToken);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(shut));
            Assert.Contains("Master key and keys of 1 tenant in", (await CommandRun.OfAsync(look)).Output, StringComparison.Ordinal);
            var file = Path.Combine(keys, "larvik.keys");
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            var open = await CommandRun.OfAsync(look);
            Assert.Contains($"{file} can be read by others than its owner", open.Output, StringComparison.Ordinal);
            Assert.Contains("chmod", open.Output, StringComparison.Ordinal);

            File.Delete(Path.Combine(keys, "master.key"));
            await File.WriteAllTextAsync(Path.Combine(keys, "master.key"), "short", TestContext.Current.CancellationToken);
            var damaged = await CommandRun.OfAsync(look);
            Assert.Equal(1, damaged.Code);
            Assert.Contains("master.key is damaged", damaged.Output, StringComparison.Ordinal);

            await File.WriteAllTextAsync(Path.Combine(data, "file"), "", TestContext.Current.CancellationToken);
            Assert.Contains("There is no directory", (await CommandRun.OfAsync(["doctor", "--config", hub.Config, "--data", Path.Combine(data, "file")])).Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Should_rotate_the_key_of_a_tenant_and_say_so_in_the_audit_log()
    {
        var run = await CommandRun.OfAsync(["key", "rotate", "skien", "--reason", "yearly", "--json", .. Here]);
        Assert.Equal(0, run.Code);
        var number = JsonDocument.Parse(run.Output).RootElement.GetProperty("key").GetInt32();

        var entry = (await hub.Store.EntriesAsync(new Hub.Core.Storage.AuditFilter("skien", Action: "key.rotate", Limit: 1), CancellationToken.None))[0].Entry;
        Assert.Equal(($"key {number}", "yearly"), (entry.Target, entry.Reason));
        var body = await hub.SendAsync("POST", $"/ops/v1/messages/{hub.Message}/bodies", "skien administrator", """{"purpose":"still opens"}""");
        Assert.Equal(200, body.Status);
        Assert.Equal(1, (await CommandRun.OfAsync(["key", "rotate", "skein", .. Here])).Code);
    }
}
