namespace Hub.Core.Identities;

/// <summary>A Norwegian identity number, told apart by series. Sex, century and age are never read from it: numbers issued from 2032 do not carry them.</summary>
/// <param name="Digits">Eleven digits without blanks.</param>
/// <param name="Kind">The series.</param>
/// <param name="Synthetic">The series of made-up people, if any.</param>
/// <param name="CheckDigits">Which rule the check digits satisfy.</param>
public readonly record struct NationalId(string Digits, NationalIdKind Kind, SyntheticSeries Synthetic, CheckDigitRule CheckDigits)
{
    /// <summary>URI of the number series.</summary>
    public string System => Kind switch
    {
        NationalIdKind.Dnr => IdentifierSystems.Dnr,
        NationalIdKind.Fhn => IdentifierSystems.Fhn,
        NationalIdKind.Hnr => IdentifierSystems.Hnr,
        _ => IdentifierSystems.Fnr,
    };

    /// <summary>True when no series of made-up people owns the form and the check digits hold: it may be a real person's number.</summary>
    public bool LooksReal => Synthetic == SyntheticSeries.None && CheckDigits != CheckDigitRule.Fails;

    /// <summary>Shows the series only: identity numbers do not belong in logs or error texts.</summary>
    /// <returns>The kind with the digits masked.</returns>
    public override string ToString() => $"{Kind} ***";

    /// <summary>Reads a number. Blanks before, after and between the digits are ignored.</summary>
    /// <param name="text">The text as received.</param>
    /// <param name="id">The number; default when there is a fault.</param>
    /// <returns>What is wrong with its form, or <see cref="NationalIdFault.None"/>.</returns>
    public static NationalIdFault Read(string text, out NationalId id)
    {
        id = default;
        Span<char> digits = stackalloc char[11];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                continue;
            if (!char.IsAsciiDigit(c))
                return NationalIdFault.NotDigits;
            if (count < digits.Length)
                digits[count] = c;
            count++;
        }

        if (count != 11)
            return count switch { 0 => NationalIdFault.Empty, 10 => NationalIdFault.LostZero, _ => NationalIdFault.WrongLength };

        var kept = text.Length == 11 ? text : digits.ToString();

        // Before the D-number test: first digits 8 and 9 would pass for a day with 40 or more added.
        if (digits[0] is '8' or '9')
        {
            id = new(kept, NationalIdKind.Fhn, SyntheticSeries.None, IdentityCheckDigits.Rule(digits, allow2032: false));
            return NationalIdFault.None;
        }

        var day = Two(digits, 0);
        var month = Two(digits, 2);
        var isDnr = day > 40;
        var series = month switch { > 80 => SyntheticSeries.Plus80, > 65 => SyntheticSeries.Plus65, > 40 => SyntheticSeries.Plus40, _ => SyntheticSeries.None };
        month -= series switch { SyntheticSeries.Plus80 => 80, SyntheticSeries.Plus65 => 65, SyntheticSeries.Plus40 => 40, _ => 0 };
        if (!IsDate(isDnr ? day - 40 : day, month, Two(digits, 4)))
            return NationalIdFault.NoSuchDate;

        var kind = isDnr ? NationalIdKind.Dnr : series == SyntheticSeries.Plus40 ? NationalIdKind.Hnr : NationalIdKind.Fnr;
        id = new(kept, kind, series, IdentityCheckDigits.Rule(digits, allow2032: kind is NationalIdKind.Fnr or NationalIdKind.Dnr));
        return NationalIdFault.None;
    }

    private static int Two(ReadOnlySpan<char> digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';

    // The century is unknown, so year 00 counts as a leap year (Skatteetaten, the rule of 2032).
    private static bool IsDate(int day, int month, int year) =>
        month is >= 1 and <= 12 && day >= 1 && day <= (month == 2 && year % 4 == 0 ? 29 : DateTime.DaysInMonth(2001, month));
}
