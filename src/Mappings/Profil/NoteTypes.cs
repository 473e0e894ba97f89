using System.Globalization;
using Hub.Core.Content;

namespace Hub.Mappings.Profil;

/// <summary>Types of journal notes by number, as one installation has them.</summary>
public static class NoteTypes
{
    /// <summary>Name of the setting: <c>noteTypes: "note=101, alert=135"</c>.</summary>
    public const string Option = "noteTypes";

    /// <summary>Reads the setting.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <param name="fault">What is wrong with it, null when nothing is.</param>
    /// <returns>The numbers by kind, with the standard ones where the text has none.</returns>
    public static IReadOnlyDictionary<ContentKind, int> Read(string? text, out string? fault)
    {
        fault = null;
        var types = new Dictionary<ContentKind, int>(ProfilCodes.Notes);
        foreach (var pair in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=', StringSplitOptions.TrimEntries) is [var name, var number] && ContentKindNames.TryParse(name, out var kind) && types.ContainsKey(kind)
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var type) && type > 0)
                types[kind] = type;
            else
                fault = "Pairs such as note=101, alert=135 are expected";
        }

        return types;
    }
}
