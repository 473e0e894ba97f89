namespace Hub.Kith.Plo.Wire;

/// <summary>Walks a record and tells every part and every value with its path.</summary>
internal abstract class PloVisitor(PloVersion version, string root) : PloFields
{
    private readonly Stack<string> paths = new([root]);

    public override PloVersion Version => version;

    protected override PloSpace Space => PloSpace.Po;

    /// <summary>A part begins.</summary>
    protected virtual void Enter(string path, object value)
    {
    }

    /// <summary>A part ends.</summary>
    protected virtual void Leave(object value)
    {
    }

    /// <summary>A text or an attribute.</summary>
    protected virtual void Leaf(string path, string value)
    {
    }

    public override string? Content(string? value, Func<string, bool>? isValid = null)
    {
        if (value is not null) Leaf(paths.Peek(), value);
        return value;
    }

    public override string? Attribute(string name, string? value, bool meta = false, bool required = false)
    {
        if (value is not null) Leaf(PloPath.Attribute(paths.Peek(), name), value);
        return value;
    }

    public override IReadOnlyList<T> Either<T>(
        string first, Func<PloFields, T?, T?> walkFirst, string second, Func<PloFields, T?, T?> walkSecond, Func<T, bool> isFirst, IReadOnlyList<T>? values)
        where T : class
    {
        int firsts = 0, seconds = 0;
        foreach (var value in values ?? [])
        {
            if (isFirst(value)) Visit(first, ++firsts, value, walkFirst);
            else Visit(second, ++seconds, value, walkSecond);
        }

        return values ?? [];
    }

    protected override void Fixed(string name, string value) => Leaf(PloPath.Attribute(paths.Peek(), name), value);

    protected override string? ComponentId(string? value) => Attribute("komponentID", value);

    protected override T? One<T>(PloSpace element, PloSpace content, string name, T? value, Func<PloFields, T?, T?> walk, bool required, bool since16)
        where T : class
    {
        if (value is not null) Visit(name, 1, value, walk);
        return value;
    }

    protected override IReadOnlyList<T> Many<T>(PloSpace element, PloSpace content, string name, IReadOnlyList<T>? values, Func<PloFields, T?, T?> walk, bool required, bool since16)
        where T : class
    {
        for (var i = 0; i < (values?.Count ?? 0); i++) Visit(name, i + 1, values![i], walk);
        return values ?? [];
    }

    private void Visit<T>(string name, int number, T value, Func<PloFields, T?, T?> walk)
        where T : class
    {
        var path = PloPath.Child(paths.Peek(), name, number);
        paths.Push(path);
        Enter(path, value);
        walk(this, value);
        Leave(value);
        paths.Pop();
    }
}
