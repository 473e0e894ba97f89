using System.Globalization;

namespace Hub.Kith.Types;

/// <summary>A quantity (KITH data type PQ). The number is kept as written: its digits tell its precision.</summary>
/// <param name="V">Number with decimal point.</param>
/// <param name="U">Unit.</param>
public sealed record PQ(string? V, string? U)
{
    /// <summary>The number, or <see langword="null"/> when it is absent or not a decimal number.</summary>
    public decimal? Number => decimal.TryParse(V, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A quantity from a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="unit">Its unit.</param>
    public static PQ Of(decimal number, string? unit) => new(number.ToString(CultureInfo.InvariantCulture), unit);
}
