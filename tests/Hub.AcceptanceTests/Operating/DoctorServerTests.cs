using System.Text.Json;
using Hub.Host.Commands.Checks;
using Hub.Host.Configuration;
using Hub.Store;
using Hub.Tests.Support;
using Npgsql;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

/// <summary><c>hub doctor</c> against real servers: each thing that can be wrong has a line of its own, and no line has a password.</summary>
public sealed class DoctorServerTests : IAsyncLifetime
{
    private const string Password = "not for printing";

    private static readonly string? Postgres = Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES");
    private static readonly string? RabbitMq = Environment.GetEnvironmentVariable("HUB_TEST_RABBITMQ");
    private static readonly string? Management = Environment.GetEnvironmentVariable("HUB_TEST_RABBITMQ_MANAGEMENT");

    private readonly string _name = $"doctor_{Guid.NewGuid():N}"[..20];
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-doctor-").FullName;
    private string _postgres = "";

    private string Data => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Postgres) || string.IsNullOrEmpty(RabbitMq) || string.IsNullOrEmpty(Management), "HUB_TEST_POSTGRES, HUB_TEST_RABBITMQ and HUB_TEST_RABBITMQ_MANAGEMENT are not set");
        Directory.CreateDirectory(Path.Combine(_folder, "tenants"));
        Directory.CreateDirectory(Data);
        BodyVault.Open(Path.Combine(Data, "keys"));
        _postgres = await TestDatabase.MakeAsync(Postgres!, _name);
        using var hosts = new BrokerHosts(Management!);
        await hosts.MakeAsync(_name);
        await hosts.UserAsync(_name, Password, _name, ".*");
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres.Length > 0)
        {
            await TestDatabase.DropAsync(Postgres!, _name);
            using var hosts = new BrokerHosts(Management!);
            await hosts.DropAsync(_name);
            await hosts.DropUserAsync(_name);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Should_find_servers_well_that_let_the_hub_in()
    {
        await MigrateAsync();
        var (code, found, _) = await LookAsync(_postgres, Broker());

        Assert.Equal(("ok", "ok", "ok"), (found["database"].State, found["clock"].State, found["broker"].State));
        Assert.Contains($"/{_name}, schema {HubStore.Schema}", found["database"].Text, StringComparison.Ordinal);
        Assert.Contains($"virtual host {_name}", found["broker"].Text, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Should_tell_a_database_without_tables_from_one_that_is_not_there()
    {
        var (code, found, _) = await LookAsync(_postgres, null);
        Assert.Equal((0, "warning", "skipped"), (code, found["database"].State, found["broker"].State));
        Assert.Contains("is there and empty", found["database"].Text, StringComparison.Ordinal);

        await AssertDatabaseAsync(b => b.Database = "nowhere_" + _name, "has no such database (SQLSTATE 3D000)");
        await AssertDatabaseAsync(b => b.Port = 9, "does not answer: ConnectionRefused");
        await AssertDatabaseAsync(b => b.Host = "nowhere.invalid", "its name cannot be resolved");
    }

    [Fact]
    public async Task Should_tell_a_user_that_is_not_known_and_one_that_may_not_read()
    {
        await MigrateAsync();
        await AssertDatabaseAsync(b => b.Username = "nobody_" + _name, "does not know this user");

        await TestDatabase.RunAsync(Postgres!, $"create role {_name} login password '{Password}'");
        try
        {
            await AssertDatabaseAsync(b => b.Username = _name, "does not give this user the right (SQLSTATE 42501)");
        }
        finally
        {
            await TestDatabase.RunAsync(Postgres!, $"drop role {_name}");
        }
    }

    [Theory]
    [InlineData("wrong", null, "refuses the user or the password", "HUB_RABBITMQ")]
    [InlineData(Password, "nowhere", "has no virtual host nowhere", "add_vhost")]
    [InlineData(Password, "%2F", "does not let this user into the virtual host /", "set_permissions")]
    public async Task Should_tell_why_a_broker_does_not_let_the_hub_in(string password, string? host, string text, string todo)
    {
        var (code, found, _) = await LookAsync(null, Broker(password, host));

        Assert.Equal((1, "failed"), (code, found["broker"].State));
        Assert.Contains(text, found["broker"].Text, StringComparison.Ordinal);
        Assert.Contains(todo, found["broker"].Todo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_a_user_of_the_broker_that_may_not_make_queues()
    {
        using (var hosts = new BrokerHosts(Management!))
            await hosts.UserAsync(_name, Password, _name, "^other\\.");

        var (_, found, _) = await LookAsync(null, Broker());

        Assert.Equal("failed", found["broker"].State);
        Assert.Contains("does not let this user make queues", found["broker"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_what_is_no_broker_and_what_does_not_answer()
    {
        var database = new NpgsqlConnectionStringBuilder(_postgres);
        Assert.Equal("failed", (await LookAsync(null, $"amqp://hub:{Password.Replace(' ', '+')}@{database.Host}:{database.Port}/")).Found["broker"].State);
        Assert.Contains("ConnectionRefused", (await LookAsync(null, "amqp://127.0.0.1:9/")).Found["broker"].Text, StringComparison.Ordinal);
        foreach (var none in new[] { "amqp://127.0.0.1:5672/a/b", "rabbit:5672", "http://127.0.0.1/" })
            Assert.Equal("The address is none", (await LookAsync(null, none)).Found["broker"].Text);
        Assert.Contains("its certificate does not hold", (await LookAsync(null, Broker().Replace("amqp://", "amqps://", StringComparison.Ordinal))).Found["broker"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_that_the_clock_of_this_machine_is_off()
    {
        await MigrateAsync();
        var late = new NodeChecks(new HubSettings { DataDirectory = Data, ConfigDirectory = _folder, Postgres = _postgres }, new Offset(TimeSpan.FromMinutes(-3)));

        var clock = (await late.DatabaseAsync(TestContext.Current.CancellationToken)).Single(f => f.Check == "clock");

        Assert.Equal(Verdict.Warning, clock.Verdict);
        Assert.StartsWith("-180", clock.Text, StringComparison.Ordinal);
        Assert.Contains("ops/runbooks/clock-skew.md", clock.Todo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_to_verify_or_rotate_where_no_hub_has_been()
    {
        await WriteAsync(_postgres, null);
        string[] here = ["--config", _folder, "--data", Data];
        await File.WriteAllTextAsync(Path.Combine(Data, "keys", "larvik.keys"), "", TestContext.Current.CancellationToken);

        foreach (var run in new[] { await CommandRun.OfAsync(["audit", "verify", .. here]), await CommandRun.OfAsync(["key", "rotate", "larvik", .. here]), await CommandRun.OfAsync(["token", "list", .. here]) })
        {
            Assert.Equal((1, ""), (run.Code, run.Output));
            Assert.Contains($"/{_name} is there and empty", run.Errors, StringComparison.Ordinal);
        }

        Assert.Null(await HubStore.SchemaAsync(new Hub.Store.Backup.StorePlace.PostgresServer(_postgres), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("update audit set reason = 'because' where seq = 3", "3")]
    [InlineData("delete from audit where seq = 2", "3")]
    [InlineData("delete from audit where seq > 3", "4")]
    [InlineData("delete from audit_head", "6")]
    public async Task Should_name_the_first_entry_of_the_audit_log_that_does_not_fit(string tampering, string first)
    {
        await using (var store = HubStore.OpenPostgres(_postgres))
        {
            await store.MigrateAsync(4, CancellationToken.None);
            for (var i = 0; i < 5; i++)
                await store.AppendAsync(new Hub.Core.Storage.AuditEntry(DateTimeOffset.UtcNow, "test", "message.view", "larvik", $"{i}", null), CancellationToken.None);
        }

        await WriteAsync(_postgres, null);
        string[] here = ["audit", "verify", "--json", "--config", _folder, "--data", Data];
        var whole = await CommandRun.OfAsync(here);
        Assert.Equal((0, 5), (whole.Code, JsonDocument.Parse(whole.Output).RootElement.GetProperty("entries").GetInt32()));

        await TestDatabase.RunAsync(_postgres, tampering);
        var broken = await CommandRun.OfAsync(here);
        Assert.Equal((5, first), (broken.Code, JsonDocument.Parse(broken.Output).RootElement.GetProperty("firstBroken").ToString()));
        Assert.Contains($"the first entry that does not fit is {first}", (await CommandRun.OfAsync([.. here.Where(a => a != "--json")])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_rotate_no_key_that_the_audit_log_cannot_tell_of()
    {
        await using (var store = HubStore.OpenPostgres(_postgres))
        {
            await store.MigrateAsync(4, CancellationToken.None);
            await store.AppendAsync(new Hub.Core.Storage.AuditEntry(DateTimeOffset.UtcNow, "test", "message.view", "larvik", "1", null), CancellationToken.None);
        }

        await WriteAsync(_postgres, null);
        var keys = Path.Combine(Data, "keys");
        var before = BodyVault.Open(keys).Seal("larvik", "before"u8);
        var file = await File.ReadAllBytesAsync(Path.Combine(keys, "larvik.keys"), TestContext.Current.CancellationToken);
        string[] rotate = ["key", "rotate", "larvik", "--reason", "yearly", "--config", _folder, "--data", Data];

        await TestDatabase.RunAsync(_postgres, "alter table audit_head rename to away");
        var refused = await CommandRun.OfAsync(rotate);
        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.Equal(file, await File.ReadAllBytesAsync(Path.Combine(keys, "larvik.keys"), TestContext.Current.CancellationToken));

        await TestDatabase.RunAsync(_postgres, "alter table away rename to audit_head");
        Assert.Equal(0, (await CommandRun.OfAsync(rotate)).Code);
        Assert.Equal("before"u8, BodyVault.Open(keys).Open("larvik", before).Value);
        Assert.Equal(2, BodyVault.Open(keys).Seal("larvik", "after"u8)[2]);
        Assert.Equal(0, (await CommandRun.OfAsync(["audit", "verify", .. rotate[5..]])).Code);
    }

    private async Task AssertDatabaseAsync(Action<NpgsqlConnectionStringBuilder> change, string text)
    {
        var named = new NpgsqlConnectionStringBuilder(_postgres) { Password = Password };
        change(named);
        var (code, found, _) = await LookAsync(named.ConnectionString, null);

        Assert.Equal((1, "failed", "skipped"), (code, found["database"].State, found["clock"].State));
        Assert.Contains(text, found["database"].Text, StringComparison.Ordinal);
        Assert.Contains("HUB_POSTGRES", found["database"].Todo, StringComparison.Ordinal);
    }

    private string Broker(string password = Password, string? host = null)
    {
        var server = new Uri(RabbitMq!);
        return $"amqp://{_name}:{Uri.EscapeDataString(password)}@{server.Host}:{server.Port}/{host ?? _name}";
    }

    private async Task MigrateAsync()
    {
        await using var store = HubStore.OpenPostgres(_postgres);
        await store.MigrateAsync(4, CancellationToken.None);
    }

    private async Task WriteAsync(string? postgres, string? broker)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "pg"), postgres);
        await File.WriteAllTextAsync(Path.Combine(_folder, "mq"), broker);
        await File.WriteAllTextAsync(Path.Combine(_folder, "hub.yaml"), $"""
            node: here
            {(postgres is null ? "" : "postgres: file:pg")}
            {(broker is null ? "" : "rabbitmq: file:mq")}
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder, "tenants", "larvik.yaml"), "tenant: larvik\nenvironment: test\norganization: { orgnr: \"312229544\" }\npartners: {}\nroutes: []\n");
    }

    private async Task<(int Code, IReadOnlyDictionary<string, (string State, string Text, string Todo)> Found, string Output)> LookAsync(string? postgres, string? broker)
    {
        await WriteAsync(postgres, broker);
        var run = await CommandRun.OfAsync("doctor", "--json", "--config", _folder, "--data", Data);
        Assert.DoesNotContain(Password, run.Output + run.Errors, StringComparison.Ordinal);
        var found = JsonDocument.Parse(run.Output).RootElement.GetProperty("checks").EnumerateArray()
            .ToDictionary(c => c.GetProperty("check").GetString()!, c => (c.GetProperty("state").GetString()!, c.GetProperty("text").GetString()!, c.GetProperty("todo").GetString() ?? ""));
        return (run.Code, found, run.Output);
    }

    private sealed class Offset(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
