namespace Hub.Fhir.Terminology;

/// <summary>Triage colours. Source: <see cref="CodeSystems.VkpTriage"/>.</summary>
public static class VkpTriage
{
    /// <summary>Red.</summary>
    public const string Red = "R";

    /// <summary>Orange.</summary>
    public const string Orange = "O";

    /// <summary>Yellow.</summary>
    public const string Yellow = "Y";

    /// <summary>Green.</summary>
    public const string Green = "G";

    /// <summary>Blue.</summary>
    public const string Blue = "B";

    /// <summary>Black.</summary>
    public const string Black = "BL";

    /// <summary>Not reported.</summary>
    public const string NotReported = "NR";

    /// <summary>The codes and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.VkpTriage,
        ("R", "red"), ("O", "orange"), ("Y", "yellow"), ("G", "green"), ("B", "blue"), ("BL", "black"), ("NR", "not reported"));
}
