using System.Xml.Linq;

namespace Hub.Kith.Plo.Wire;

/// <summary>Reads one element. Children are taken by name in whatever order they stand; what no field took is kept and reported by <see cref="Finish"/>.</summary>
internal sealed class PloElementReader(XElement element, string path, PloSpace space, PloReadState state) : PloFields
{
    private readonly XElement[] children = [.. element.Elements()];
    private readonly HashSet<XObject> taken = [];
    private int last = -1;
    private bool textTaken;
    private bool orderTold;
    private HashSet<XName>? read;

    public override PloVersion Version => state.Version;

    protected override PloSpace Space => space;

    /// <summary>Keeps and reports what was not taken.</summary>
    public void Finish()
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.IsNamespaceDeclaration || taken.Contains(attribute) || IsSchemaLocation(attribute)) continue;
            Keep(PloPath.Attribute(path, PloPath.AttributeName(attribute.Name)), attribute);
        }

        var numbers = new Dictionary<XName, int>();
        foreach (var child in children)
        {
            var number = numbers[child.Name] = numbers.GetValueOrDefault(child.Name) + 1;
            if (!taken.Contains(child)) Keep(PloPath.Child(path, PloPath.Name(child.Name), number), child);
        }

        if (textTaken) return;
        foreach (var text in element.Nodes().OfType<XText>().Where(static t => !string.IsNullOrWhiteSpace(t.Value))) Keep(path, text);
    }

    public override string? Content(string? value, Func<string, bool>? isValid = null)
    {
        textTaken = true;
        var text = element.Value;
        if (isValid is null || isValid(text)) return text;
        state.Add(KithCodes.BadValue, path, KithSeverity.Error, "The value does not have the form of its type; it is kept as it stands.");
        state.Keep(path, element);
        return text;
    }

    public override string? Attribute(string name, string? value, bool meta = false, bool required = false)
    {
        XName right = XName.Get(name, meta ? PloSpaces.Meta : ""), wrong = XName.Get(name, meta ? "" : PloSpaces.Meta);
        var found = element.Attribute(right);
        if (found is null && element.Attribute(wrong) is { } misplaced)
        {
            found = misplaced;
            state.Add(PloCodes.AttributePrefix, PloPath.Attribute(path, name), KithSeverity.Error, meta ? "Must stand in the namespace of the metadata." : "Must stand without namespace.");
        }

        if (found is not null) taken.Add(found);
        else if (required) state.Add(KithCodes.Missing, PloPath.Attribute(path, name), KithSeverity.Error, "A required attribute is missing.");
        return found?.Value;
    }

    protected override void Fixed(string name, string value)
    {
        if (Attribute(name, null, meta: true, required: true) is not { } found || found == value) return;
        state.Add(PloCodes.FixedValue, PloPath.Attribute(path, name), KithSeverity.Error, $"Must be '{value}'.");
        state.Keep(PloPath.Attribute(path, name), element.Attributes().First(a => a.Name.LocalName == name));
    }

    protected override string? ComponentId(string? value) => Attribute("komponentID", null, required: true);

    protected override T? One<T>(PloSpace elementSpace, PloSpace content, string name, T? value, Func<PloFields, T?, T?> walk, bool required, bool since16)
        where T : class
    {
        var index = Array.FindIndex(children, c => IsNext(c, elementSpace, name));
        if (index < 0)
        {
            if (required) TellMissing(name);
            return null;
        }

        if (since16) TellSince16(name);
        return Take(index, 1, content, walk);
    }

    protected override IReadOnlyList<T> Many<T>(PloSpace elementSpace, PloSpace content, string name, IReadOnlyList<T>? values, Func<PloFields, T?, T?> walk, bool required, bool since16)
        where T : class
    {
        List<T>? found = null;
        for (var index = 0; index < children.Length; index++)
        {
            if (!IsNext(children[index], elementSpace, name)) continue;
            if (Take(index, (found?.Count ?? 0) + 1, content, walk) is { } value) (found ??= []).Add(value);
        }

        if (found is null && required) TellMissing(name);
        if (found is not null && since16) TellSince16(name);
        return found ?? (IReadOnlyList<T>)[];
    }

    public override IReadOnlyList<T> Either<T>(
        string first, Func<PloFields, T?, T?> walkFirst, string second, Func<PloFields, T?, T?> walkSecond, Func<T, bool> isFirst, IReadOnlyList<T>? values)
        where T : class
    {
        var found = new List<T>();
        int firsts = 0, seconds = 0;
        for (var index = 0; index < children.Length; index++)
        {
            var value = IsNext(children[index], space, first) ? Take(index, ++firsts, space, walkFirst)
                : IsNext(children[index], space, second) ? Take(index, ++seconds, space, walkSecond) : null;
            if (value is not null) found.Add(value);
        }

        if (found.Count == 0) TellMissing(first);
        return found;
    }

    private bool IsNext(XElement child, PloSpace elementSpace, string name) =>
        child.Name.LocalName == name && child.Name.NamespaceName == state.Spaces[elementSpace] && !taken.Contains(child);

    private T? Take<T>(int index, int number, PloSpace content, Func<PloFields, T?, T?> walk)
        where T : class
    {
        var child = children[index];
        taken.Add(child);
        (read ??= []).Add(child.Name);
        if (index < last && !orderTold)
        {
            orderTold = true;
            state.Add(PloCodes.Order, path, KithSeverity.Warning, "The children are not in the order of the schema.");
        }

        last = Math.Max(last, index);
        var reader = new PloElementReader(child, PloPath.Child(path, child.Name.LocalName, number), content, state);
        var value = walk(reader, null);
        reader.Finish();
        return value;
    }

    private void Keep(string at, XObject part)
    {
        state.Keep(at, part);
        var again = part is XElement child && read?.Contains(child.Name) == true;
        state.Add(
            again ? KithCodes.Repeated : KithCodes.Unknown, at, KithSeverity.Error,
            again ? "Occurs more often than the standard allows; the first is read and this one kept." : "The standard has no such part here; it is kept as it stands.");
    }

    private void TellMissing(string name) =>
        state.Add(KithCodes.Missing, PloPath.Child(path, name, 1), KithSeverity.Error, "A required element is missing.");

    private void TellSince16(string name)
    {
        if (state.Version == PloVersion.V15) state.Add(PloCodes.Since16, PloPath.Child(path, name, 1), KithSeverity.Warning, "Version 1.5 does not have this part; it is read all the same.");
    }

    private static bool IsSchemaLocation(XAttribute attribute) =>
        attribute.Name.NamespaceName == KithNamespaces.Xsi && attribute.Name.LocalName is "schemaLocation" or "noNamespaceSchemaLocation";
}
