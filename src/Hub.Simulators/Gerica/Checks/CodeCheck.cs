using System.Text.Json;

namespace Hub.Simulators.Gerica;

/// <summary>A required concept must have a coding with system and code, or a text.</summary>
internal static class CodeCheck
{
    public static void Check(JsonElement holder, string name, string path, List<Complaint> complaints)
    {
        if (holder.Member(name) is not { } concept)
        {
            complaints.Add(new($"{path}.{name}", "is missing"));
            return;
        }
        var codings = 0;
        foreach (var coding in concept.Items("coding"))
        {
            codings++;
            if (coding.Text("code") is not { Length: > 0 } || coding.Text("system") is not { Length: > 0 })
                complaints.Add(new($"{path}.{name}.coding", "lacks system or code"));
        }
        if (codings == 0 && concept.Text("text") is not { Length: > 0 })
            complaints.Add(new($"{path}.{name}", "says nothing"));
    }
}
