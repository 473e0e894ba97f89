using System.Globalization;
using Hub.Mappings.Pdf;

namespace Hub.Mappings.SelfPlan;

/// <summary>Paper that text flows down on: it breaks pages, keeps headings with what follows, and puts head and foot on every page last.</summary>
internal sealed class PlanPaper
{
    public const decimal Left = 50;
    public const decimal Right = PdfPage.Width - 50;
    private const decimal Top = 50;
    private const decimal Bottom = PdfPage.Height - 62;
    private const decimal Leading = 1.32m;

    private readonly List<PdfPage> _pages = [];
    private readonly PdfText _text = new(new PdfEncoding());

    public PlanPaper() => NewPage();

    public PdfText Type => _text;

    public PdfPage Page => _pages[^1];

    public decimal Y { get; private set; } = Top;

    /// <summary>Drawn at the top of a page that continues a block.</summary>
    public Action? Continued { get; set; }

    /// <summary>Begins a new page unless <paramref name="height"/> still fits.</summary>
    public void Need(decimal height)
    {
        if (Y + height <= Bottom)
            return;
        NewPage();
        Continued?.Invoke();
    }

    public void Space(decimal height) => Y += height;

    /// <summary>Writes text between two edges; each line asks for its own room, so that nothing is cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="right">Right edge.</param>
    /// <param name="size">Size in points.</param>
    /// <param name="bold">Bold.</param>
    /// <param name="colour">Colour of the letters.</param>
    /// <param name="behind">Draws what lies behind a line: y and height.</param>
    public void Write(string text, decimal x, decimal right, decimal size, bool bold, PdfColour colour, Action<decimal, decimal>? behind = null)
    {
        foreach (var line in _text.Lines(text, right - x, size, bold))
        {
            var height = size * Leading;
            Need(height);
            behind?.Invoke(Y, height);
            Page.Text(x, Y + (size * 1.02m), line, size, bold, colour);
            Y += height;
        }
    }

    /// <summary>Writes a label in bold and the text beside it.</summary>
    public void Labelled(string label, string text, decimal x, decimal textX, decimal right, decimal size, Action<decimal, decimal>? behind = null)
    {
        var first = true;
        foreach (var line in _text.Lines(text, right - textX, size, false))
        {
            var height = size * Leading;
            Need(height);
            behind?.Invoke(Y, height);
            if (first)
                Page.Text(x, Y + (size * 1.02m), _text.Encoding.Showable(label), size, true, PdfColour.Black);
            Page.Text(textX, Y + (size * 1.02m), line, size, false, PdfColour.Black);
            Y += height;
            first = false;
        }
    }

    /// <summary>Puts head and foot on every page.</summary>
    public void Finish(string head, string foot)
    {
        for (var i = 0; i < _pages.Count; i++)
        {
            var page = _pages[i];
            if (i > 0)
                page.Text(Left, 36, Shorten(head, Right - Left), 8.5m, false, PdfColour.Grey);
            page.Line(Left, PdfPage.Height - 48, Right, PdfPage.Height - 48, 0.5m, PdfColour.Line);
            var number = string.Create(CultureInfo.InvariantCulture, $"Side {i + 1} av {_pages.Count}");
            var width = PdfText.Width(number, 8.5m, false);
            page.Text(Left, PdfPage.Height - 34, Shorten(foot, Right - Left - width - 12), 8.5m, false, PdfColour.Grey);
            page.Text(Right - width, PdfPage.Height - 34, number, 8.5m, false, PdfColour.Grey);
        }
    }

    public byte[] ToBytes(string title, string author, DateTimeOffset made) => PdfFile.Write(_pages, _text.Encoding, title, author, made);

    // Head and foot repeat what the first page says in full.
    private string Shorten(string text, decimal width)
    {
        var shown = _text.Encoding.Showable(text);
        if (PdfText.Width(shown, 8.5m, false) <= width)
            return shown;
        while (shown.Length > 1 && PdfText.Width(shown + "…", 8.5m, false) > width)
            shown = shown[..^1];
        return shown + "…";
    }

    private void NewPage()
    {
        _pages.Add(new PdfPage(_text.Encoding));
        Y = Top;
    }
}
