using System.Text;

namespace Hub.Mappings.Pdf;

/// <summary>Characters as single bytes: those of WinAnsi by their own codes, and further Latin letters (Sami, Polish ...) at free codes with their glyph names. What has neither shows as a question mark.</summary>
internal sealed class PdfEncoding
{
    private static readonly int[] Free = [.. Enumerable.Range(1, 31).Except([9, 10, 13, 27]), 0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D];

    private static readonly Dictionary<char, int> Windows = new()
    {
        ['€'] = 0x80,
        ['‚'] = 0x82,
        ['ƒ'] = 0x83,
        ['„'] = 0x84,
        ['…'] = 0x85,
        ['†'] = 0x86,
        ['‡'] = 0x87,
        ['ˆ'] = 0x88,
        ['‰'] = 0x89,
        ['Š'] = 0x8A,
        ['‹'] = 0x8B,
        ['Œ'] = 0x8C,
        ['Ž'] = 0x8E,
        ['‘'] = 0x91,
        ['’'] = 0x92,
        ['“'] = 0x93,
        ['”'] = 0x94,
        ['•'] = 0x95,
        ['–'] = 0x96,
        ['—'] = 0x97,
        ['˜'] = 0x98,
        ['™'] = 0x99,
        ['š'] = 0x9A,
        ['›'] = 0x9B,
        ['œ'] = 0x9C,
        ['ž'] = 0x9E,
        ['Ÿ'] = 0x9F,
    };

    private static readonly Dictionary<char, string> Glyphs = new()
    {
        ['Č'] = "Ccaron",
        ['č'] = "ccaron",
        ['Đ'] = "Dcroat",
        ['đ'] = "dcroat",
        ['Ŋ'] = "Eng",
        ['ŋ'] = "eng",
        ['Ŧ'] = "Tbar",
        ['ŧ'] = "tbar",
        ['Ń'] = "Nacute",
        ['ń'] = "nacute",
        ['Ą'] = "Aogonek",
        ['ą'] = "aogonek",
        ['Ć'] = "Cacute",
        ['ć'] = "cacute",
        ['Ę'] = "Eogonek",
        ['ę'] = "eogonek",
        ['Ł'] = "Lslash",
        ['ł'] = "lslash",
        ['Ś'] = "Sacute",
        ['ś'] = "sacute",
        ['Ź'] = "Zacute",
        ['ź'] = "zacute",
        ['Ż'] = "Zdotaccent",
        ['ż'] = "zdotaccent",
        ['Ě'] = "Ecaron",
        ['ě'] = "ecaron",
        ['Ř'] = "Rcaron",
        ['ř'] = "rcaron",
        ['Ů'] = "Uring",
        ['ů'] = "uring",
        ['Ő'] = "Ohungarumlaut",
        ['ő'] = "ohungarumlaut",
        ['Ű'] = "Uhungarumlaut",
        ['ű'] = "uhungarumlaut",
        ['Ğ'] = "Gbreve",
        ['ğ'] = "gbreve",
        ['İ'] = "Idotaccent",
        ['ı'] = "dotlessi",
        ['Ş'] = "Scedilla",
        ['ş'] = "scedilla",
        ['Ā'] = "Amacron",
        ['ā'] = "amacron",
        ['Ē'] = "Emacron",
        ['ē'] = "emacron",
        ['Ī'] = "Imacron",
        ['ī'] = "imacron",
        ['Ū'] = "Umacron",
        ['ū'] = "umacron",
        ['≤'] = "lessequal",
        ['≥'] = "greaterequal",
        ['−'] = "minus",
    };

    private readonly Dictionary<char, int> _own = [];

    /// <summary>Codes that were given to letters outside WinAnsi.</summary>
    public IReadOnlyDictionary<int, string> Differences => _own.ToDictionary(o => o.Value, o => Glyphs[o.Key]);

    /// <summary>The characters behind <see cref="Differences"/>.</summary>
    public IReadOnlyDictionary<int, char> Own => _own.ToDictionary(o => o.Value, o => o.Key);

    /// <summary>True when something could not be shown.</summary>
    public bool Lossy { get; private set; }

    /// <summary>The text as it can be shown: composed, without control characters, a question mark for what no font of the standard has.</summary>
    public string Showable(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in PdfComposing.Compose(text).EnumerateRunes())
        {
            if (rune.IsBmp && CodeOf((char)rune.Value) != 0)
                shown.Append((char)rune.Value);
            else if (rune.Value == '\t')
                shown.Append(' ');
            else if (PdfReplacements.Of(rune) is { Length: > 0 } same && same.All(c => CodeOf(c) != 0))
                shown.Append(same);
            else if (Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.NonSpacingMark))
                shown.Append(Lost());
        }

        return shown.ToString();
    }

    /// <summary>A text as a literal string of PDF (ISO 32000-1, 7.3.4.2), all of it ASCII.</summary>
    public string Literal(string showable)
    {
        var literal = new StringBuilder("(", showable.Length + 2);
        foreach (var c in showable)
        {
            var code = CodeOf(c);
            if (c is '(' or ')' or '\\')
                literal.Append('\\').Append(c);
            else if (code is >= 32 and <= 126)
                literal.Append((char)code);
            else
                literal.Append('\\').Append(Convert.ToString(code, 8).PadLeft(3, '0'));
        }

        return literal.Append(')').ToString();
    }

    /// <summary>The character of a code of WinAnsi; a blank for codes without one.</summary>
    public static char Standard(int code)
    {
        if (code is >= 32 and <= 126 or >= 0xA0)
            return (char)code;
        return Windows.FirstOrDefault(w => w.Value == code) is { Value: > 0 } found ? found.Key : ' ';
    }

    private char Lost()
    {
        Lossy = true;
        return '?';
    }

    private int CodeOf(char c)
    {
        if (c is >= ' ' and <= '~' or >= '\u00A0' and <= '\u00FF')
            return c;
        if (Windows.TryGetValue(c, out var code) || _own.TryGetValue(c, out code))
            return code;
        if (!Glyphs.ContainsKey(c) || _own.Count == Free.Length)
            return 0;
        return _own[c] = Free[_own.Count];
    }
}
