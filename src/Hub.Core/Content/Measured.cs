namespace Hub.Core.Content;

/// <summary>The outcome of measuring: a quantity, a code, a text, or a reason why there is none. Exactly one is set.</summary>
/// <param name="Quantity">A number with a unit.</param>
/// <param name="Code">A coded value, such as ACVPU.</param>
/// <param name="Text">A text value.</param>
/// <param name="Integer">A whole number without a unit, such as a score sent as valueInteger.</param>
/// <param name="Absent">Why there is no value (code of data-absent-reason).</param>
public sealed record Measured(Quantity? Quantity = null, Concept? Code = null, string? Text = null, int? Integer = null, Concept? Absent = null)
{
    /// <summary>A quantity.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">UCUM code.</param>
    /// <returns>The value.</returns>
    public static Measured Of(decimal value, string unit) => new(new Quantity(value, unit));
}
