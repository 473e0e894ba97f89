using System.Globalization;
using System.Text.Json;
using Hub.Core.Errors;

namespace Hub.Adapters.Json;

/// <summary>The fields of one JSON object, read once. Faults go to the findings with their path; a field at fault reads as missing.</summary>
internal sealed partial class Fields
{
    private readonly Fields? _parent;
    private readonly string _name;
    private readonly int _index;
    private readonly Shape _shape;
    private readonly JsonElement[] _values;

    private Fields(Fields? parent, string name, int index, Shape shape, Findings findings)
    {
        _parent = parent;
        _name = name;
        _index = index;
        _shape = shape;
        _values = new JsonElement[shape.Count];
        Findings = findings;
    }

    public Findings Findings { get; }

    public string Path => $"{(_parent is null ? "" : _parent.Path + ".")}{_name}{(_index < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"[{_index}]"))}";

    /// <summary>Reads an object at the top of the input.</summary>
    public static Fields? Read(JsonElement element, Shape shape, Findings findings, string path = "$") =>
        Read(element, shape, findings, null, path, -1);

    public string PathOf(string name) => $"{Path}.{name}";

    public bool Has(string name) => Value(name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public JsonElement Value(string name) => _values[_shape.Of(name)];

    public void Fail(ErrorDefinition error, string name, string? detail = null) => Findings.Fail(error, PathOf(name), detail);

    /// <summary>The object in a field.</summary>
    public Fields? Object(string name, Shape shape, bool required = false)
    {
        if (Has(name))
            return Read(Value(name), shape, Findings, this, name, -1);
        if (required)
            Fail(IntakeErrors.Missing, name);
        return null;
    }

    /// <summary>The objects in a list; an object alone where a list is due is taken as a list of one in lenient mode.</summary>
    public List<Fields> Objects(string name, Shape shape, bool required = false)
    {
        var found = new List<Fields>();
        var index = 0;
        foreach (var item in Items(name, required))
        {
            if (Read(item, shape, Findings, this, name, index++) is { } fields)
                found.Add(fields);
        }

        return found;
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<JsonElement> Items(string name, bool required = false)
    {
        if (!Has(name))
        {
            if (required)
                Fail(IntakeErrors.Missing, name);
            return [];
        }

        var value = Value(name);
        if (value.ValueKind == JsonValueKind.Array)
        {
            if (required && value.GetArrayLength() == 0)
                Fail(IntakeErrors.Missing, name, "The list is empty.");
            return value.EnumerateArray();
        }

        return Findings.Tolerate(PathOf(name), "list-expected", "Read one value as a list of one.", IntakeErrors.BadFormat, "A list is expected here.") ? [value] : [];
    }

    private static Fields? Read(JsonElement element, Shape shape, Findings findings, Fields? parent, string name, int index)
    {
        var fields = new Fields(parent, name, index, shape, findings);
        if (element.ValueKind != JsonValueKind.Object)
        {
            findings.Fail(IntakeErrors.BadFormat, fields.Path, "An object is expected here.");
            return null;
        }

        var last = -1;
        foreach (var property in element.EnumerateObject())
        {
            var received = JsonText.Name(property);
            var place = shape.Match(received, last);
            if (place < 0)
                fields.Unknown(JsonText.ShownName(received));
            else if (fields._values[place].ValueKind != JsonValueKind.Undefined)
                findings.Fail(IntakeErrors.DuplicateProperty, fields.PathOf(JsonText.ShownName(received)));
            else
                fields._values[last = place] = property.Value;
        }

        return fields;
    }

    private void Unknown(string name)
    {
        if (Findings.Lenient)
            Findings.LeaveOut(PathOf(name), "The format has no such field.");
        else
            Fail(IntakeErrors.UnknownField, name);
    }
}
