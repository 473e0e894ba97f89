using System.Globalization;
using System.Text;

namespace Hub.Fhir.Model;

/// <summary>A FHIR date, dateTime or instant. It keeps the text it was read from, so precision, offset and digits are written back unchanged.
/// Source: FHIR R4 datatypes, date / dateTime / instant. Two values are equal when their texts are.</summary>
public readonly struct FhirDateTime : IEquatable<FhirDateTime>
{
    private readonly string? _text;
    private readonly DateTimeOffset _start;

    internal FhirDateTime(string text, FhirDateTimePrecision precision, DateTimeOffset start) =>
        (_text, Precision, _start) = (text, precision, start);

    /// <summary>How much is known.</summary>
    public FhirDateTimePrecision Precision { get; }

    /// <summary>The text as it was read or made.</summary>
    public string Text => _text ?? "0001";

    /// <summary>Year.</summary>
    public int Year => _start.Year;

    /// <summary>Month 1-12, or null when only the year is known.</summary>
    public int? Month => Precision >= FhirDateTimePrecision.Month ? _start.Month : null;

    /// <summary>Day of the month, or null when it is not known.</summary>
    public int? Day => Precision >= FhirDateTimePrecision.Day ? _start.Day : null;

    /// <summary>The instant with its offset, or null when the time of day is not known: a date is never turned into midnight.
    /// Fractions beyond 100 ns are cut off here and kept in <see cref="Text"/>; a leap second counts as the second after it.</summary>
    public DateTimeOffset? Instant => Precision == FhirDateTimePrecision.Instant ? _start : null;

    /// <summary>Makes a value from an instant, with its offset; fractions of a second are written only when there are any.</summary>
    /// <param name="value">The instant.</param>
    public static FhirDateTime FromInstant(DateTimeOffset value) => FhirDateTimeText.Format(value);

    /// <summary>Makes a value from a date.</summary>
    /// <param name="value">The date.</param>
    public static FhirDateTime FromDate(DateOnly value) =>
        new(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), FhirDateTimePrecision.Day,
            new DateTimeOffset(value.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; default when the text is refused.</param>
    /// <param name="fault">Why it was refused.</param>
    /// <returns>True when the text is a FHIR date, dateTime or instant.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out FhirDateTime value, out FhirDateTimeFault fault)
    {
        Span<byte> bytes = stackalloc byte[FhirDateTimeText.MaxLength * 3];
        if (text.Length <= FhirDateTimeText.MaxLength)
            return FhirDateTimeText.TryParse(bytes[..Encoding.UTF8.GetBytes(text, bytes)], out value, out fault);
        (value, fault) = (default, FhirDateTimeFault.Format);
        return false;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; default when the text is refused.</param>
    /// <returns>True when the text is a FHIR date, dateTime or instant.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out FhirDateTime value) => TryParse(text, out value, out _);

    /// <inheritdoc/>
    public bool Equals(FhirDateTime other) => string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FhirDateTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Gives <see cref="Text"/>.</summary>
    public override string ToString() => Text;

    /// <summary>Same text.</summary>
    public static bool operator ==(FhirDateTime left, FhirDateTime right) => left.Equals(right);

    /// <summary>Different text.</summary>
    public static bool operator !=(FhirDateTime left, FhirDateTime right) => !left.Equals(right);
}
