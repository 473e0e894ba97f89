using System.Globalization;

namespace Hub.Simulators.Dignio;

/// <summary>Makes national identity numbers that belong to nobody: the Tenor form of Skatteetaten (80 added to the month) with valid check digits of the rule of 1964.</summary>
public static class SyntheticId
{
    private static ReadOnlySpan<byte> First => [3, 7, 6, 1, 8, 9, 4, 5, 2];

    private static ReadOnlySpan<byte> Second => [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>The next number.</summary>
    /// <param name="random">Where chance comes from: the same state gives the same number.</param>
    /// <returns>Eleven digits.</returns>
    public static string Next(Random random)
    {
        Span<char> digits = stackalloc char[11];
        while (true)
        {
            var born = new DateOnly(1932, 1, 1).AddDays(random.Next(60 * 365));
            var individual = random.Next(0, 500);
            string.Create(CultureInfo.InvariantCulture, $"{born.Day:00}{born.Month + 80:00}{born.Year % 100:00}{individual:000}").CopyTo(digits);
            if (Check(digits[..9], First) is not { } one)
                continue;
            digits[9] = one;
            if (Check(digits[..10], Second) is not { } two)
                continue;
            digits[10] = two;
            return digits.ToString();
        }
    }

    private static char? Check(ReadOnlySpan<char> digits, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += (digits[i] - '0') * weights[i];
        var check = (11 - (sum % 11)) % 11;
        return check == 10 ? null : (char)('0' + check);
    }
}
