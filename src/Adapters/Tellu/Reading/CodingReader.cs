using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>Codes from public code systems, in <c>coding</c>.</summary>
internal static class CodingReader
{
    private static readonly Shape Shape = new("system", "code", "name");

    public static IReadOnlyList<Coding> ReadAll(Fields at, bool required = false)
    {
        var codings = new List<Coding>();
        foreach (var coding in at.Has("coding") || required ? at.Objects("coding", Shape, required) : [])
        {
            var known = TelluCodes.Systems.TryRead(coding, "system", out var system, required: true, IntakeErrors.UnknownKind);
            var code = coding.Text("code", required: true, 200);
            var name = coding.Text("name", longest: 500);
            if (known && code is not null)
                codings.Add(new Coding(system, code, name));
        }

        return codings;
    }
}
