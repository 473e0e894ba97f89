using System.Buffers.Binary;
using System.Security.Cryptography;
using Hub.Kith.Xml;

namespace Hub.Kith.Plo.Wire;

/// <summary>Writes a record. Fields are described in the order of the schema, so what is written is in order.</summary>
internal sealed class PloElementWriter(KithWriter writer, PloVersion version, PloSpaces spaces, Guid seed, string root) : PloFields
{
    private readonly Stack<PloSpace> contents = new([PloSpace.Po]);
    private readonly Stack<string> paths = new([root]);
    private int components;

    public List<KithFinding> Findings { get; } = [];

    public override PloVersion Version => version;

    protected override PloSpace Space => contents.Peek();

    public override string? Content(string? value, Func<string, bool>? isValid = null)
    {
        if (value is null) return null;
        if (isValid is not null && !isValid(value)) Tell(KithCodes.BadValue, paths.Peek(), "The value does not have the form of its type.");
        writer.Text(value);
        return value;
    }

    public override string? Attribute(string name, string? value, bool meta = false, bool required = false)
    {
        if (meta) writer.Attribute(PloSpaces.Meta, name, value);
        else writer.Attribute(name, value);
        return value;
    }

    public override IReadOnlyList<T> Either<T>(
        string first, Func<PloFields, T?, T?> walkFirst, string second, Func<PloFields, T?, T?> walkSecond, Func<T, bool> isFirst, IReadOnlyList<T>? values)
        where T : class
    {
        if (values is not { Count: > 0 }) TellMissing(first);
        int firsts = 0, seconds = 0;
        foreach (var value in values ?? [])
        {
            if (isFirst(value)) Write(Space, Space, first, ++firsts, value, walkFirst);
            else Write(Space, Space, second, ++seconds, value, walkSecond);
        }

        return values ?? [];
    }

    protected override void Fixed(string name, string value) => writer.Attribute(PloSpaces.Meta, name, value);

    protected override string? ComponentId(string? value)
    {
        value ??= MakeId();
        writer.Attribute("komponentID", value);
        return value;
    }

    protected override T? One<T>(PloSpace element, PloSpace content, string name, T? value, Func<PloFields, T?, T?> walk, bool required, bool since16)
        where T : class
    {
        if (value is null)
        {
            if (required) TellMissing(name);
            return null;
        }

        if (since16) TellSince16(name);
        Write(element, content, name, 1, value, walk);
        return value;
    }

    protected override IReadOnlyList<T> Many<T>(PloSpace element, PloSpace content, string name, IReadOnlyList<T>? values, Func<PloFields, T?, T?> walk, bool required, bool since16)
        where T : class
    {
        if (values is not { Count: > 0 })
        {
            if (required) TellMissing(name);
            return [];
        }

        if (since16) TellSince16(name);
        for (var i = 0; i < values.Count; i++) Write(element, content, name, i + 1, values[i], walk);
        return values;
    }

    private void Write<T>(PloSpace element, PloSpace content, string name, int number, T value, Func<PloFields, T?, T?> walk)
        where T : class
    {
        writer.Start(spaces[element], name);
        contents.Push(content);
        paths.Push(PloPath.Child(paths.Peek(), name, number));
        walk(this, value);
        paths.Pop();
        contents.Pop();
        writer.End();
    }

    // The same message and place give the same id, so that a document written again is the same document.
    private string MakeId()
    {
        Span<byte> input = stackalloc byte[20];
        seed.TryWriteBytes(input, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(input[16..], ++components);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString("D");
    }

    private void TellMissing(string name) => Tell(KithCodes.Missing, PloPath.Child(paths.Peek(), name, 1), "A required element is missing.");

    private void TellSince16(string name)
    {
        if (version == PloVersion.V15) Tell(PloCodes.Since16, PloPath.Child(paths.Peek(), name, 1), "Version 1.5 does not have this part.");
    }

    private void Tell(string code, string path, string text) => Findings.Add(new KithFinding(code, path, KithSeverity.Error, text));
}
