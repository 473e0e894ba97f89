namespace Hub.Fhir.Terminology;

/// <summary>A step of the Clinical Frailty Scale, 1 to 9. Sent as a number; the text is for people.</summary>
/// <param name="Step">1 (very fit) to 9 (terminally ill).</param>
/// <param name="Display">Norwegian text.</param>
public sealed record FrailtyLevel(int Step, string Display)
{
    /// <summary>The steps in order.</summary>
    public static IReadOnlyList<FrailtyLevel> All { get; } =
    [
        new(1, "Svært sprek"), new(2, "Sprek"), new(3, "Klarer seg bra"), new(4, "Svært mild skrøpelighet"), new(5, "Mild skrøpelighet"),
        new(6, "Moderat skrøpelighet"), new(7, "Alvorlig skrøpelighet"), new(8, "Svært alvorlig skrøpelighet"), new(9, "Terminal sykdom"),
    ];

    /// <summary>The step of a number; null outside 1 to 9.</summary>
    /// <param name="step">The number.</param>
    public static FrailtyLevel? Find(int step) => step is >= 1 and <= 9 ? All[step - 1] : null;
}
