using Hub.Adapters.Json;
using Hub.Core.Content;

namespace Hub.Adapters.Dignio;

/// <summary>Codes from code systems.</summary>
internal static class CodeReader
{
    public static Shape Shape { get; } = new("system", "code", "display");

    /// <summary>The code in an object that has (at least) the fields of <see cref="Shape"/>.</summary>
    public static Coding? ReadFrom(Fields at) =>
        at.Text("code", required: true, 200) is { } code ? new Coding(at.Text("system", longest: 500), code, at.Text("display", longest: 500)) : null;

    /// <summary>The codes in a list.</summary>
    public static IReadOnlyList<Coding> ReadAll(Fields at, string name, bool required = false) =>
        at.Has(name) || required ? [.. at.Objects(name, Shape, required).Select(ReadFrom).OfType<Coding>()] : [];
}
