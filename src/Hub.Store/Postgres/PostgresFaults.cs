using Hub.Core.Storage;
using Npgsql;

namespace Hub.Store.Postgres;

/// <summary>Tells a database that is gone, full or shutting down from a defect of ours.</summary>
internal static class PostgresFaults
{
    // SQLSTATE classes: 08 connection, 28 authorization, 3D no such database, 53 resources (disk full, too many connections), 57 operator intervention, 58 system.
    private static readonly string[] Classes = ["08", "28", "3D", "53", "57", "58"];

    // Read-only (a standby), lock not available, serialization failure, deadlock.
    private static readonly string[] States = ["25006", "55P03", "40001", "40P01"];

    public static bool IsUnavailable(Exception fault) => fault switch
    {
        PostgresException answer => answer.IsTransient || Classes.Any(c => answer.SqlState.StartsWith(c, StringComparison.Ordinal)) || States.Contains(answer.SqlState),
        NpgsqlException => true,
        TimeoutException or IOException => true,
        _ => false,
    };

    /// <summary>The translated fault: the driver's own words name at most host and port.</summary>
    public static StoreUnavailableException Translate(Exception fault) =>
        new(fault is PostgresException answer ? $"PostgreSQL cannot do this now (SQLSTATE {answer.SqlState})." : "PostgreSQL does not answer.", fault);

    /// <summary>Another transaction took the same key or the same rows first: doing it again sees what it did.</summary>
    public static bool IsRace(PostgresException answer) =>
        answer.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}
