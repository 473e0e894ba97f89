using System.Net.Sockets;
using System.Security.Authentication;
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

    /// <summary>The translated fault. The driver's own words can name the user and the database: they are not passed on.</summary>
    public static StoreUnavailableException Translate(Exception fault) => new(fault is PostgresException answer ? $"PostgreSQL {Said(answer.SqlState)} (SQLSTATE {answer.SqlState})." : $"PostgreSQL does not answer{Reason(fault)}.", fault);

    // PostgreSQL 17, appendix A.
    private static string Said(string state) => state switch
    {
        PostgresErrorCodes.InvalidPassword => "refuses the user or the password",
        PostgresErrorCodes.InvalidAuthorizationSpecification => "does not know this user, or does not let it in from here (pg_hba.conf)",
        PostgresErrorCodes.InvalidCatalogName => "has no such database",
        PostgresErrorCodes.InsufficientPrivilege => "does not give this user the right",
        PostgresErrorCodes.TooManyConnections => "has no connection left",
        PostgresErrorCodes.DiskFull => "has no room on its disk",
        PostgresErrorCodes.CannotConnectNow => "is starting or stopping",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => "was shut down",
        PostgresErrorCodes.ReadOnlySqlTransaction => "is a standby, which takes no writes",
        _ => "cannot do this now",
    };

    private static string Reason(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                    return ": no encrypted connection, or its certificate does not hold";
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return ": its name cannot be resolved";
                case SocketException socket:
                    return $": {socket.SocketErrorCode}";
                case TimeoutException:
                    return " in time";
                default:
                    continue;
            }
        }

        return "";
    }

    /// <summary>Another transaction took the same key or the same rows first: doing it again sees what it did.</summary>
    public static bool IsRace(PostgresException answer) =>
        answer.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}
