namespace Hub.Kith.Plo;

/// <summary>Sections: the elements below the root.</summary>
public static class PloSections
{
    /// <summary>The section of a path, without number; empty for the root itself.</summary>
    /// <param name="path">Path from the root of the PLO message.</param>
    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/');
        if (parts.Length < 3) return "";
        var bracket = parts[2].IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? parts[2] : parts[2][..bracket];
    }
}
