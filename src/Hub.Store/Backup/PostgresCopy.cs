using System.Data;
using System.Diagnostics;
using Hub.Store.Postgres;
using Npgsql;

namespace Hub.Store.Backup;

/// <summary>Copies a PostgreSQL database by its own tools (pg_dump, pg_restore), in the snapshot in which it was counted.</summary>
internal static class PostgresCopy
{
    public static async Task<StoreFacts> TakeAsync(StorePlace.PostgresServer place, string target, CancellationToken cancel)
    {
        await using var database = new PostgresDatabase(place.ConnectionString);
        return await database.OnConnectionAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
                var session = new PostgresSession(connection, cancel);
                var facts = await StoreFacts.ReadAsync(session);
                var snapshot = await session.FirstAsync(r => r.GetString(0), "select pg_export_snapshot()");
                await RunAsync("pg_dump", place, ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", "--file", target], cancel);
                return facts;
            },
            cancel);
    }

    public static async Task PlaceAsync(string file, StorePlace.PostgresServer place, CancellationToken cancel)
    {
        await using (var database = new PostgresDatabase(place.ConnectionString))
        {
            if (await database.ReadAsync(s => s.FirstAsync(r => r.GetBoolean(0), "select to_regclass('meta') is not null"), cancel))
                throw new StoreRefusedException("The target has a hub's database. Make an empty one: a restore replaces nothing.");
        }

        await RunAsync("pg_restore", place, ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", file], cancel);
    }

    private static async Task RunAsync(string program, StorePlace.PostgresServer place, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var address = new NpgsqlConnectionStringBuilder(place.ConnectionString);
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--dbname");
        start.ArgumentList.Add(address.Database ?? address.Username ?? "hub");

        // In the environment, not on the command line, which every user of the machine can read.
        start.Environment["PGHOST"] = address.Host;
        start.Environment["PGPORT"] = address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = address.Username;
        start.Environment["PGPASSWORD"] = address.Password;
        start.Environment["PGPASSFILE"] = address.Passfile;
        start.Environment["PGSSLMODE"] = address.SslMode switch
        {
            SslMode.VerifyFull => "verify-full",
            SslMode.VerifyCA => "verify-ca",
            _ => address.SslMode.ToString().ToLowerInvariant(),
        };
        start.Environment["PGSSLROOTCERT"] = address.RootCertificate;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new StoreRefusedException($"{program} was not found: install PostgreSQL's client programs (Debian: postgresql-client).", fault);
        }

        using (process)
        {
            try
            {
                var errors = await process.StandardError.ReadToEndAsync(cancel);
                await process.WaitForExitAsync(cancel);
                if (process.ExitCode != 0)
                    throw new StoreRefusedException($"{program} failed: {errors.Trim()}");
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
    }
}
