using System.Globalization;
using System.Text;
using Hub.Core.Storage;
using Hub.Store.Text;

namespace Hub.Store.Registers;

/// <summary>A filter as a statement.</summary>
internal sealed class RecordQuery
{
    /// <summary>Comes after every key that begins alike, compared by bytes.</summary>
    private const string AfterAll = "\U0010FFFF";

    private readonly StringBuilder _sql = new($"select {RecordColumns.All} from record where latest = 1");
    private readonly List<object?> _values = [];

    public RecordQuery(RecordFilter filter)
    {
        And("tenant = {0}", CleanText.Of(filter.Tenant));
        And("kind = {0}", filter.Kind);
        if (filter.PatientKey is { } patient)
            And("patient_key = {0}", patient);
        if (filter.State is { } state)
            And("state = {0}", CleanText.Of(state));
        foreach (var other in filter.ExceptStates)
            And("(state is null or state <> {0})", CleanText.Of(other));
        if (filter.Party is { } party)
            And("(parties is null or parties like {0} escape '!')", RecordParties.Pattern(party));
        if (filter.KeyPrefix is { } prefix)
            And("key >= {0} and key < {1}", CleanText.Of(prefix), CleanText.Of(prefix) + AfterAll);
        if (filter.Before is { } before && filter.AfterKey is { } key)
            And("at <= {0} and (at < {0} or key > {1})", Micros.Of(before), CleanText.Of(key));
        else if (filter.Before is { } moment)
            And("at < {0}", Micros.Of(moment));
        if (filter.BeforeKey is { } last)
            And("key < {0}", CleanText.Of(last));
        _values.Add(filter.Limit);
        _sql.Append(CultureInfo.InvariantCulture, $" order by {(filter.LastKeyFirst ? "key desc" : "at desc, key")} limit ${_values.Count}");
    }

    public string Sql => _sql.ToString();

    public object?[] Values => [.. _values];

    private void And(string condition, params object[] values)
    {
        var names = new string[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            _values.Add(values[i]);
            names[i] = "$" + _values.Count.ToString(CultureInfo.InvariantCulture);
        }

        _sql.Append(" and ").AppendFormat(CultureInfo.InvariantCulture, condition, names);
    }
}
