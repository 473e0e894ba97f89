using System.Globalization;
using System.Xml;

namespace Hub.Ebxml.Agreements;

/// <summary>Gathers what is odd in an agreement while it is read.</summary>
internal sealed class AgreementRemarks
{
    private readonly List<Failure> _all = [];

    internal IReadOnlyList<Failure> All => _all;

    internal void DoubledId(string path) => _all.Add(new("cpa-doubled-id", "The id is used twice; the first one counts.", path));

    internal void LostReference(string path) => _all.Add(new("cpa-lost-reference", "The reference leads to nothing in the agreement.", path));

    internal void Odd(string text, string path) => _all.Add(new("cpa-odd-value", text, path));

    internal DateTimeOffset? Instant(string? text, string path)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (DateTimeOffset.TryParse(text.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return instant;
        Odd("The value is not a date and time.", path);
        return null;
    }

    internal TimeSpan? Duration(string? text, string path)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        TimeSpan? duration;
        try
        {
            duration = XmlConvert.ToTimeSpan(text.Trim());
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            duration = null;
        }
        if (duration >= TimeSpan.Zero)
            return duration;
        Odd("The value is not a duration.", path);
        return null;
    }
}
