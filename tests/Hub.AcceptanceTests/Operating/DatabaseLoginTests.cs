using System.Net;
using System.Text.RegularExpressions;
using Hub.AcceptanceTests.Demo;
using Hub.AcceptanceTests.Staging;
using Hub.Tests.Support;
using Npgsql;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

/// <summary>A PostgreSQL that asks for passwords (scram-sha-256): the right one, a wrong one, and one that is changed while the hub runs.</summary>
public sealed partial class DatabaseLoginTests : IAsyncLifetime
{
    private const string Right = "Rett-Passord-1";
    private const string Wrong = "Feil-Passord-2";
    private const string Refused = "PostgreSQL refuses the user or the password (SQLSTATE 28P01)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly string? Server = Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES") is { Length: > 0 } value ? value : null;

    private readonly string _name = $"login_{Guid.NewGuid():N}"[..20];
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-login-").FullName;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private CountingRelay? _relay;

    private string Secret => Path.Combine(_folder, "pg");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Server is null, "HUB_TEST_POSTGRES is not set");
        Assert.SkipUnless(await AsksAsync(), "the server of HUB_TEST_POSTGRES asks nobody for a password; those of tests/servers.sh do (role logins)");
        await TestDatabase.MakeAsync(Server!, _name);
        await TestDatabase.RunAsync(Server!, $"create role {_name} login password '{Right}' in role logins");
        await TestDatabase.RunAsync(Server!, $"alter database {_name} owner to {_name}");
        _relay = new CountingRelay(new NpgsqlConnectionStringBuilder(Server).Port);
        Directory.CreateDirectory(Path.Combine(_folder, "tenants"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "hub.yaml"), """
            node: here
            postgres: file:pg
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder, "tenants", "larvik.yaml"), "tenant: larvik\nenvironment: test\norganization: { orgnr: \"312229544\" }\npartners: {}\nroutes: []\n");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_relay is not null)
        {
            await _relay.DisposeAsync();
            await TestDatabase.DropAsync(Server!, _name);
            await TestDatabase.RunAsync(Server!, $"drop role if exists {_name}");
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Should_say_that_the_password_is_wrong_and_ask_the_server_no_more_often_than_it_says()
    {
        await File.WriteAllTextAsync(Secret, Login(Wrong), TestContext.Current.CancellationToken);
        var doctor = await CommandRun.OfAsync("doctor", "--config", _folder, "--data", Path.Combine(_folder, "data"));
        Assert.Equal(1, doctor.Code);
        Assert.Contains("refuses the user or the password (SQLSTATE 28P01)", Flat(doctor.Output), StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, doctor.Output + doctor.Errors, StringComparison.Ordinal);

        await using (var hub = Run())
        {
            var url = await ListeningAsync(hub);
            await Wait.UntilAsync("it says why", Patience, () => hub.Output.Contains(Refused, StringComparison.Ordinal), () => hub.Output);
            var (from, clock) = (_relay!.Count, System.Diagnostics.Stopwatch.StartNew());
            await Wait.UntilAsync("it asks again and again", Patience, () => _relay.Count >= from + 8);
            var perSecond = (_relay.Count - from) / clock.Elapsed.TotalSeconds;

            Assert.True(perSecond < 12, $"{perSecond:0.0} connections a second");
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (await StatusAsync(url, "health/live"), await StatusAsync(url, "health/ready")));
            Assert.Equal(2, hub.Output.Split(Refused).Length);
            Assert.DoesNotContain(Wrong, hub.Output, StringComparison.Ordinal);
        }

        await using var given = Run("env", $"HUB_POSTGRES={Login(Right)}");
        await ReadyAsync(await ListeningAsync(given), given);
    }

    [Fact]
    public async Task Should_live_on_with_a_changed_password_until_a_connection_is_new_and_again_when_restarted_with_the_new_one()
    {
        const string Next = "Nytt-Passord-3";
        await File.WriteAllTextAsync(Secret, Login(Right), TestContext.Current.CancellationToken);
        await using (var hub = Run())
        {
            var url = await ListeningAsync(hub);
            await ReadyAsync(url, hub);
            await TestDatabase.RunAsync(Server!, $"alter role {_name} password '{Next}'");
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(url, "health/ready"));

            await TestDatabase.RunAsync(Server!, $"select pg_terminate_backend(pid) from pg_stat_activity where usename = '{_name}'");
            await Wait.UntilAsync("not ready", Patience, async () => await StatusAsync(url, "health/ready") == HttpStatusCode.ServiceUnavailable, () => hub.Output);
            await Wait.UntilAsync("it says why", Patience, () => hub.Output.Contains(Refused, StringComparison.Ordinal), () => hub.Output);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(url, "health/live"));
            Assert.DoesNotContain("-Passord-", hub.Output, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(Secret, Login(Next), TestContext.Current.CancellationToken);
        await using var again = Run();
        await ReadyAsync(await ListeningAsync(again), again);
    }

    private HubProcess Run(params IEnumerable<string> shell) =>
        HubProcess.StartUnder(shell, ["run", "--urls", "http://127.0.0.1:0", "--config", _folder, "--data", Path.Combine(_folder, "data")]);

    private string Login(string password) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = _relay!.Port, Database = _name, Username = _name, Password = password }.ConnectionString;

    private static async Task<Uri> ListeningAsync(HubProcess hub)
    {
        Assert.True(await hub.SaysAsync("listening on ", Patience), hub.Output);
        return new Uri(Listening().Match(hub.Output).Groups[1].Value);
    }

    private Task ReadyAsync(Uri url, HubProcess hub) =>
        Wait.UntilAsync("ready", Patience, async () => await StatusAsync(url, "health/ready") == HttpStatusCode.OK, () => hub.Output);

    private async Task<HttpStatusCode> StatusAsync(Uri url, string path)
    {
        using var answer = await _http.GetAsync(new Uri(url, path));
        Assert.DoesNotContain("-Passord-", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return answer.StatusCode;
    }

    // A table for people breaks lines.
    private static string Flat(string table) => Spaces().Replace(table.Replace('│', ' '), " ");

    private static async Task<bool> AsksAsync()
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from pg_roles where rolname = 'logins'";
        return (long)(await command.ExecuteScalarAsync())! == 1;
    }

    [GeneratedRegex("listening on (http://[0-9.:]+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
