namespace Hub.Fhir.Ucum;

/// <summary>Reads a UCUM unit expression: terms joined by '.' and '/', exponents, parentheses and annotations in braces.
/// Source: UCUM specification, section 2.</summary>
internal ref struct UnitParser
{
    private const int LongestUnit = 60;
    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private int _depth;
    private int _parts;
    private bool _special;

    private UnitParser(ReadOnlySpan<char> text) => _text = text;

    internal static bool TryParse(string text, out UnitMeasure measure)
    {
        measure = UnitMeasure.None;
        if (text.Length is 0 or > LongestUnit)
            return false;
        var parser = new UnitParser(text);

        // Degrees have a zero of their own, so they cannot be a part of a product.
        return parser.Term(ref measure) && parser._at == text.Length && (!parser._special || parser._parts == 1);
    }

    private bool Term(ref UnitMeasure measure)
    {
        var sign = 1;
        if (Peek() == '/')
        {
            _at++;
            sign = -1;
            _parts++;
        }

        while (Component(out var part))
        {
            measure = _parts == 1 && sign > 0 ? part : measure.Times(part, sign);
            if (Peek() is not ('.' or '/'))
                return true;
            sign = _text[_at++] == '.' ? 1 : -1;
        }

        return false;
    }

    private bool Component(out UnitMeasure part)
    {
        part = UnitMeasure.None;
        _parts++;
        if (Peek() != '(')
            return Simple(ref part);
        _at++;
        if (++_depth > 4 || !Term(ref part) || Peek() != ')')
            return false;
        _at++;
        _depth--;
        return Annotation();
    }

    private bool Simple(ref UnitMeasure part)
    {
        var start = _at;
        if (Peek() == '{')
            return Annotation();
        var ten = _text[_at..].StartsWith("10*") || _text[_at..].StartsWith("10^");
        if (!ten && char.IsAsciiDigit(Peek()))
            return Number(ref part) && Annotation();
        _at += ten ? 3 : 0;
        while (!ten && IsSymbol(Peek()))
            _at++;
        if (_at == start || !UnitAtoms.TryFind(_text[start.._at].ToString(), out part))
            return false;
        _special |= part.IsSpecial;
        return Exponent(ref part) && Annotation();
    }

    private bool IsSymbol(char c)
    {
        if (c != '[')
            return char.IsAsciiLetter(c) || c == '%';
        var end = _text[_at..].IndexOf(']');
        if (end < 0)
            return false;
        _at += end;
        return true;
    }

    private bool Exponent(ref UnitMeasure part)
    {
        var sign = Peek() == '-' ? -1 : 1;
        if (Peek() is '-' or '+')
            _at++;
        else if (!char.IsAsciiDigit(Peek()))
            return true;
        if (part.IsSpecial || !char.IsAsciiDigit(Peek()))
            return false;
        var exponent = _text[_at++] - '0';
        if (char.IsAsciiDigit(Peek()))
            exponent = (exponent * 10) + _text[_at++] - '0';
        part = part.Power(sign * exponent);
        return !char.IsAsciiDigit(Peek());
    }

    private bool Number(ref UnitMeasure part)
    {
        long number = 0;
        var start = _at;
        while (char.IsAsciiDigit(Peek()) && _at - start < 9)
            number = (number * 10) + _text[_at++] - '0';
        part = UnitMeasure.None with { Factor = new Rational(number, 1) };
        return number > 0;
    }

    private bool Annotation()
    {
        if (Peek() != '{')
            return true;
        var end = _text[_at..].IndexOf('}');
        if (end < 0 || _text.Slice(_at, end).ContainsAnyExceptInRange('!', '~'))
            return false;
        _at += end + 1;
        return true;
    }

    private readonly char Peek() => _at < _text.Length ? _text[_at] : '\0';
}
