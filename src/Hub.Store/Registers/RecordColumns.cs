using System.Data.Common;
using Hub.Core.Storage;
using Hub.Store.Sql;

namespace Hub.Store.Registers;

/// <summary>Columns of a version, and how to read them.</summary>
internal static class RecordColumns
{
    public const string All = "tenant, kind, key, version, at, who, patient_key, state, due, body";

    /// <summary>One entry.</summary>
    public const string OfOne = "tenant = $1 and kind = $2 and key = $3";

    public static StoredRecord Read(DbDataReader r) => new(
        r.GetString(0),
        r.GetString(1),
        r.GetString(2),
        r.GetInt32(3),
        r.Time(4),
        r.GetString(5),
        r.IsDBNull(6) ? null : r.Uuid(6),
        r.Text(7),
        r.IsDBNull(8) ? null : r.Time(8),
        r.Bytes(9));
}
