using Hub.Kith.Types;

namespace Hub.Kith.Xml;

/// <summary>Reads the base data types from children of an element.</summary>
public static class KithElementTypes
{
    /// <summary>This element as a CS.</summary>
    /// <param name="element">The element.</param>
    public static CS AsCs(this KithElement element)
    {
        var code = new CS(element.Attribute("V")?.Trim(), element.Attribute("DN"));
        element.Done();
        return code;
    }

    /// <summary>This element as a CV.</summary>
    /// <param name="element">The element.</param>
    public static CV AsCv(this KithElement element)
    {
        var code = new CV(element.Attribute("V")?.Trim(), element.Attribute("S")?.Trim(), element.Attribute("DN"), element.Attribute("OT"));
        element.Done();
        return code;
    }

    /// <summary>The child of a name as CS, or <see langword="null"/>.</summary>
    /// <param name="parent">The element.</param>
    /// <param name="name">Local name.</param>
    public static CS? Cs(this KithElement parent, string name) => parent.One(name)?.AsCs();

    /// <summary>The child of a name as CV, or <see langword="null"/>.</summary>
    /// <param name="parent">The element.</param>
    /// <param name="name">Local name.</param>
    public static CV? Cv(this KithElement parent, string name) => parent.One(name)?.AsCv();

    /// <summary>All children of a name as CV.</summary>
    /// <param name="parent">The element.</param>
    /// <param name="name">Local name.</param>
    public static IReadOnlyList<CV> Cvs(this KithElement parent, string name) => [.. parent.All(name).Select(AsCv)];

    /// <summary>The child of a name as TS (attribute V), or <see langword="null"/>.</summary>
    /// <param name="parent">The element.</param>
    /// <param name="name">Local name.</param>
    public static TS? Ts(this KithElement parent, string name) => parent.One(name) is { } child ? new TS(child.V()) : null;

    /// <summary>The child of a name whose text is a date or dateTime, or <see langword="null"/>.</summary>
    /// <param name="parent">The element.</param>
    /// <param name="name">Local name.</param>
    public static TS? Time(this KithElement parent, string name)
    {
        if (parent.Text(name) is not { } text) return null;
        var time = new TS(text.Trim());
        if (time.Date is null) parent.Notes.Add(KithCodes.BadValue, $"{parent.Path}/{name}", KithSeverity.Error, "Not a date of the form YYYY-MM-DD.");
        return time;
    }

    /// <summary>The child of a name as BL (attribute V), or <see langword="null"/> when it or its value is absent or not a truth value.</summary>
    /// <param name="parent">The element.</param>
    /// <param name="name">Local name.</param>
    public static bool? Bl(this KithElement parent, string name) => parent.One(name) is { } child ? Truth(child.V(), child) : null;

    /// <summary>The child of a name whose text is a truth value, or <see langword="null"/>.</summary>
    /// <param name="parent">The element.</param>
    /// <param name="name">Local name.</param>
    public static bool? Flag(this KithElement parent, string name)
    {
        if (parent.One(name) is not { } child) return null;
        var text = child.Value.Trim();
        child.Done();
        return Truth(text, child);
    }

    /// <summary>The child of a name as PQ, or <see langword="null"/>.</summary>
    /// <param name="parent">The element.</param>
    /// <param name="name">Local name.</param>
    public static PQ? Pq(this KithElement parent, string name)
    {
        if (parent.One(name) is not { } child) return null;
        var quantity = new PQ(child.Attribute("V")?.Trim(), child.Attribute("U")?.Trim());
        child.Done();
        return quantity;
    }

    /// <summary>The attribute V of an element that has no other.</summary>
    /// <param name="element">The element.</param>
    public static string? V(this KithElement element)
    {
        var value = element.Attribute("V")?.Trim();
        element.Done();
        return value;
    }

    private static bool? Truth(string? text, KithElement at)
    {
        switch (text)
        {
            case "true" or "1": return true;
            case "false" or "0": return false;
            default:
                at.Notes.Add(KithCodes.BadValue, at.Path, KithSeverity.Error, "Not true or false.");
                return null;
        }
    }
}
