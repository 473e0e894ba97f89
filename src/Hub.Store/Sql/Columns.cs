using System.Data.Common;
using Hub.Store.Text;

namespace Hub.Store.Sql;

/// <summary>Reads columns whose type differs between the databases.</summary>
internal static class Columns
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Time(this DbDataReader row, int column) => Micros.Time(row.GetInt64(column));

    public static ReadOnlyMemory<byte> Bytes(this DbDataReader row, int column) => row.IsDBNull(column) ? default : row.GetFieldValue<byte[]>(column);

    public static Guid Uuid(this DbDataReader row, int column) =>
        row.GetValue(column) is Guid id ? id : new Guid(row.GetFieldValue<byte[]>(column), bigEndian: true);
}
