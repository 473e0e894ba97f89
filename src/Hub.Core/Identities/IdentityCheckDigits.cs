namespace Hub.Core.Identities;

/// <summary>The two check digits of eleven-digit identity numbers.</summary>
internal static class IdentityCheckDigits
{
    private static ReadOnlySpan<byte> First => [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];

    private static ReadOnlySpan<byte> Second => [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Which rule the check digits satisfy.</summary>
    /// <param name="digits">Eleven digits.</param>
    /// <param name="allow2032">True for the series that the rule of 2032 applies to (fødselsnummer and D-nummer).</param>
    /// <returns>The rule.</returns>
    public static CheckDigitRule Rule(ReadOnlySpan<char> digits, bool allow2032)
    {
        if (Remainder(digits, Second) != 0)
            return CheckDigitRule.Fails;

        return Remainder(digits, First) switch
        {
            0 => CheckDigitRule.From1964,
            <= 3 when allow2032 => CheckDigitRule.From2032,
            _ => CheckDigitRule.Fails,
        };
    }

    private static int Remainder(ReadOnlySpan<char> digits, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += (digits[i] - '0') * weights[i];
        return sum % 11;
    }
}
