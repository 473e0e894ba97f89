namespace Hub.Core.Identities;

/// <summary>Norwegian organisation numbers (Enhetsregisteret).</summary>
public static class OrganizationNumber
{
    private static ReadOnlySpan<byte> Weights => [3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Whether a text has the form of an organisation number: nine digits, blanks ignored.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for nine digits.</returns>
    public static bool HasForm(ReadOnlySpan<char> text) => Digits(text, stackalloc char[9]);

    /// <summary>Whether the check digit holds too. Published test organisations (314159265, 888134574) fail it, so test environments must not insist.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it is a number that Enhetsregisteret could have issued.</returns>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[9];
        if (!Digits(text, digits))
            return false;

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
            sum += (digits[i] - '0') * Weights[i];
        return sum % 11 == 0;
    }

    private static bool Digits(ReadOnlySpan<char> text, Span<char> digits)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                continue;
            if (!char.IsAsciiDigit(c) || count == digits.Length)
                return false;
            digits[count++] = c;
        }

        return count == digits.Length;
    }
}
