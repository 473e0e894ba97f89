using System.Globalization;
using System.Text;

namespace Hub.Fhir.Json.Reading;

/// <summary>The way from the root to the element at hand; becomes text only when something is reported.</summary>
internal sealed class ElementPath
{
    private (string Name, int Index)[] _steps = new (string, int)[16];
    private string _root = "";
    private int _depth;

    internal void NameRoot(string name)
    {
        if (_depth == 0)
            _root = name;
    }

    internal void Enter(string name)
    {
        if (_depth == _steps.Length)
            Array.Resize(ref _steps, _depth * 2);
        _steps[_depth++] = (name, -1);
    }

    internal void At(int index) => _steps[_depth - 1].Index = index;

    internal void Leave() => _depth--;

    public override string ToString()
    {
        var text = new StringBuilder(_root);
        foreach (var (name, index) in _steps.AsSpan(0, _depth))
        {
            if (text.Length > 0)
                text.Append('.');
            text.Append(name);
            if (index >= 0)
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
        }

        return text.ToString();
    }
}
