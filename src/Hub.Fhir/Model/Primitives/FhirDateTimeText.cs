using System.Globalization;
using System.Text;

namespace Hub.Fhir.Model;

/// <summary>The text form of <see cref="FhirDateTime"/>.</summary>
internal static class FhirDateTimeText
{
    /// <summary>Longest text that is looked at: a full instant with a generous number of fraction digits.</summary>
    internal const int MaxLength = 48;

    internal static FhirDateTime Format(DateTimeOffset value)
    {
        Span<char> text = stackalloc char[MaxLength];
        value.TryFormat(text, out var n, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        if (value.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            value.TryFormat(text[n..], out var f, value.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "'.'fff" : "'.'fffffff",
                CultureInfo.InvariantCulture);
            n += f;
        }

        value.TryFormat(text[n..], out var z, "zzz", CultureInfo.InvariantCulture);
        return new FhirDateTime(text[..(n + z)].ToString(), FhirDateTimePrecision.Instant, value);
    }

    internal static bool TryParse(ReadOnlySpan<byte> text, out FhirDateTime value, out FhirDateTimeFault fault)
    {
        value = default;
        fault = FhirDateTimeFault.Format;
        if (text.Length is < 4 or > MaxLength || !Digits(text, 0, 4, out var year))
            return false;
        if (text.Length == 4)
            return Make(text, FhirDateTimePrecision.Year, year, 1, 1, ref value, ref fault);
        if (text.Length < 7 || text[4] != '-' || !Digits(text, 5, 2, out var month))
            return false;
        if (text.Length == 7)
            return Make(text, FhirDateTimePrecision.Month, year, month, 1, ref value, ref fault);
        if (text.Length < 10 || text[7] != '-' || !Digits(text, 8, 2, out var day))
            return false;
        return text.Length == 10
            ? Make(text, FhirDateTimePrecision.Day, year, month, day, ref value, ref fault)
            : TryParseTime(text, year, month, day, ref value, ref fault);
    }

    private static bool TryParseTime(
        ReadOnlySpan<byte> text, int year, int month, int day, ref FhirDateTime value, ref FhirDateTimeFault fault)
    {
        if (text.Length < 19 || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || !Digits(text, 11, 2, out var hour) || !Digits(text, 14, 2, out var minute) || !Digits(text, 17, 2, out var second))
            return false;
        var at = 19;
        long ticks = 0;
        if (at < text.Length && text[at] == '.' && !Fraction(text, ref at, out ticks))
            return false;
        if (at == text.Length)
        {
            fault = FhirDateTimeFault.MissingOffset;
            return false;
        }

        if (!Offset(text[at..], out var offset))
            return false;
        fault = FhirDateTimeFault.OutOfRange;
        if (!Exists(year, month, day) || hour > 23 || minute > 59 || second > 60 || Math.Abs(offset) > 14 * 60)
            return false;
        var local = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified).Ticks
            + (second * TimeSpan.TicksPerSecond) + ticks;
        var utc = local - (offset * TimeSpan.TicksPerMinute);
        if (local > DateTime.MaxValue.Ticks || utc < 0 || utc > DateTime.MaxValue.Ticks)
            return false;
        fault = FhirDateTimeFault.None;
        value = new FhirDateTime(Encoding.ASCII.GetString(text), FhirDateTimePrecision.Instant,
            new DateTimeOffset(local, TimeSpan.FromMinutes(offset)));
        return true;
    }

    private static bool Make(ReadOnlySpan<byte> text, FhirDateTimePrecision precision, int year, int month, int day,
        ref FhirDateTime value, ref FhirDateTimeFault fault)
    {
        fault = FhirDateTimeFault.OutOfRange;
        if (!Exists(year, month, day))
            return false;
        fault = FhirDateTimeFault.None;
        value = new FhirDateTime(Encoding.ASCII.GetString(text), precision, new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero));
        return true;
    }

    private static bool Exists(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool Fraction(ReadOnlySpan<byte> text, ref int at, out long ticks)
    {
        var first = ++at;
        ticks = 0;
        for (var scale = TimeSpan.TicksPerSecond / 10; at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9'; at++, scale /= 10)
            ticks += (text[at] - '0') * scale;
        return at > first;
    }

    private static bool Offset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text is [(byte)'Z'])
            return true;
        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':'
            || !Digits(text, 1, 2, out var hour) || !Digits(text, 4, 2, out var minute) || minute > 59)
            return false;
        minutes = ((hour * 60) + minute) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, int start, int count, out int number)
    {
        number = 0;
        for (var i = start; i < start + count; i++)
        {
            if (text[i] is < (byte)'0' or > (byte)'9')
                return false;
            number = (number * 10) + text[i] - '0';
        }

        return true;
    }
}
