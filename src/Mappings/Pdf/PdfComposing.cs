using System.Text;

namespace Hub.Mappings.Pdf;

/// <summary>Letters that come as base and mark (as Apple's systems may write å) put together into one. The runtime's own normalization does nothing in invariant mode, which the hub runs in.</summary>
internal static class PdfComposing
{
    private static readonly Dictionary<char, (string Base, string Whole)> Marks = new()
    {
        ['\u0300'] = ("aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        ['\u0301'] = ("aeiouyAEIOUYcnszCNSZ", "áéíóúýÁÉÍÓÚÝćńśźĆŃŚŹ"),
        ['\u0302'] = ("aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        ['\u0303'] = ("anoANO", "ãñõÃÑÕ"),
        ['\u0304'] = ("aeiuAEIU", "āēīūĀĒĪŪ"),
        ['\u0306'] = ("gG", "ğĞ"),
        ['\u0307'] = ("zZI", "żŻİ"),
        ['\u0308'] = ("aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"),
        ['\u030A'] = ("auAU", "åůÅŮ"),
        ['\u030B'] = ("ouOU", "őűŐŰ"),
        ['\u030C'] = ("cszerCSZER", "čšžěřČŠŽĚŘ"),
        ['\u0327'] = ("csCS", "çşÇŞ"),
        ['\u0328'] = ("aeAE", "ąęĄĘ"),
    };

    /// <summary>The text with such letters as one character each; marks that fit no letter stay.</summary>
    public static string Compose(string text)
    {
        if (!text.Any(Marks.ContainsKey))
            return text;
        var whole = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (whole.Length > 0 && Marks.TryGetValue(c, out var mark) && mark.Base.IndexOf(whole[^1], StringComparison.Ordinal) is >= 0 and var at)
                whole[^1] = mark.Whole[at];
            else
                whole.Append(c);
        }

        return whole.ToString();
    }
}
