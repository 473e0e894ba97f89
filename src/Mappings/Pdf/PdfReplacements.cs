using System.Text;

namespace Hub.Mappings.Pdf;

/// <summary>What stands for characters that the fonts of the standard lack, so that no dose or arrow becomes a question mark: another writing of the same sign, or its name.</summary>
internal static class PdfReplacements
{
    private static readonly Dictionary<int, string> Known = new()
    {
        ['\u2000'] = " ",
        ['\u2001'] = " ",
        ['\u2002'] = " ",
        ['\u2003'] = " ",
        ['\u2004'] = " ",
        ['\u2005'] = " ",
        ['\u2006'] = " ",
        ['\u2007'] = " ",
        ['\u2008'] = " ",
        ['\u2009'] = " ",
        ['\u200A'] = " ",
        ['\u202F'] = " ",
        ['⅓'] = "1/3",
        ['⅔'] = "2/3",
        ['⅛'] = "1/8",
        // The Greek letter is what many keyboards give for micro.
        ['\u03BC'] = "µ",
        ['α'] = "alfa",
        ['β'] = "beta",
        ['γ'] = "gamma",
        ['δ'] = "delta",
        ['Δ'] = "delta",
        ['→'] = "->",
        ['⇒'] = "=>",
        ['←'] = "<-",
        ['↑'] = "(opp)",
        ['↓'] = "(ned)",
        ['≈'] = "ca.",
        ['≠'] = "ikke lik",
        ['√'] = "x",
        ['✓'] = "x",
        ['✔'] = "x",
        ['☐'] = "[ ]",
        ['☑'] = "[x]",
        ['☒'] = "[x]",
        ['●'] = "•",
        ['▪'] = "•",
        ['■'] = "•",
        ['◦'] = "•",
        ['\u2010'] = "-",
        ['\u2011'] = "-",
        ['\u2012'] = "–",
        ['\u2015'] = "—",
        ['\u2032'] = "'",
        ['\u2033'] = "\"",
        ['\u2044'] = "/",
        ['\u2215'] = "/",
        ['\u2217'] = "*",
    };

    /// <summary>The replacement; empty when there is none. Subscripts and superscripts become plain digits.</summary>
    public static string Of(Rune rune) => rune.Value switch
    {
        >= 0x2080 and <= 0x2089 => ((char)('0' + rune.Value - 0x2080)).ToString(),
        0x2070 or (>= 0x2074 and <= 0x2079) => ((char)('0' + rune.Value - 0x2070)).ToString(),
        _ => Known.GetValueOrDefault(rune.Value, ""),
    };
}
