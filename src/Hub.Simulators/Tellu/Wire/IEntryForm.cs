namespace Hub.Simulators.Tellu;

/// <summary>One of the two forms in which entries are written. Both have the same fields.</summary>
internal interface IEntryForm
{
    void Text(string name, string? text);

    void Number(string name, decimal? number);

    void Time(string name, DateTimeOffset? time);

    void Yes(string name, bool value);

    void Object(string name, Action write);

    void List<T>(string name, IEnumerable<T> items, Action<T> write);
}
