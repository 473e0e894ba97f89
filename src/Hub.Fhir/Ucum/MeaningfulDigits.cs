using System.Numerics;

namespace Hub.Fhir.Ucum;

/// <summary>The one rounding of a conversion. A result that ends within the digits allowed is exact; zeros are added until it has as many digits
/// as the original, so 98.6 degrees Fahrenheit become 37.0 and not 37.</summary>
internal static class MeaningfulDigits
{
    private const int Extra = 2;
    private const int Least = 4;
    private const int MostScale = 28;

    internal static bool TryRound(Rational amount, decimal original, bool shifted, out decimal rounded)
    {
        var given = Count(Mantissa(original));
        var allowed = Math.Max(Least, given + Extra);
        var whole = Count(BigInteger.Divide(BigInteger.Abs(amount.Numerator), amount.Denominator));

        // Degrees have different zeros, so digits before the point come and go; the decimals are what the original knew.
        var scale = Math.Clamp(Math.Max(allowed - Order(amount), shifted ? original.Scale + Extra : 0), 0, MostScale);
        var mantissa = Nearest(amount, scale);
        while (scale > 0 && mantissa % 10 == 0 && (Count(mantissa) > given || mantissa.IsZero))
        {
            mantissa /= 10;
            scale--;
        }

        rounded = 0;
        if (whole > MostScale || BigInteger.Abs(mantissa) > (BigInteger)decimal.MaxValue)
            return false;
        var bits = BigInteger.Abs(mantissa);
        rounded = new decimal(
            (int)(uint)(bits & uint.MaxValue), (int)(uint)((bits >> 32) & uint.MaxValue), (int)(uint)((bits >> 64) & uint.MaxValue),
            mantissa.Sign < 0, (byte)scale);
        return true;
    }

    // Number of digits before the decimal point; zero or less when the first digit comes after it.
    private static int Order(Rational amount)
    {
        if (amount.Numerator.IsZero)
            return 1;
        var numerator = BigInteger.Abs(amount.Numerator);
        var order = Count(numerator) - Count(amount.Denominator);
        var scaled = order >= 0 ? numerator >= amount.Denominator * BigInteger.Pow(10, order) : numerator * BigInteger.Pow(10, -order) >= amount.Denominator;
        return scaled ? order + 1 : order;
    }

    private static BigInteger Nearest(Rational amount, int scale)
    {
        var twice = BigInteger.Abs(amount.Numerator) * BigInteger.Pow(10, scale) * 2;
        var quotient = (twice + amount.Denominator) / (amount.Denominator * 2);
        return amount.Numerator.Sign < 0 ? -quotient : quotient;
    }

    private static BigInteger Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
    }

    private static int Count(BigInteger value) => value.IsZero ? 1 : BigInteger.Abs(value).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
}
