using System.Globalization;
using System.Text;

namespace Hub.Mappings.Pdf;

/// <summary>One page, drawn from the top: y counts downward in points.</summary>
internal sealed class PdfPage(PdfEncoding encoding)
{
    public const decimal Width = 595;
    public const decimal Height = 842;

    private readonly StringBuilder _operations = new();

    public string Operations => _operations.ToString();

    public void Fill(decimal x, decimal y, decimal width, decimal height, PdfColour colour) =>
        Add($"{Colour(colour)} rg {x} {Height - y - height} {width} {height} re f");

    public void Line(decimal x1, decimal y1, decimal x2, decimal y2, decimal thickness, PdfColour colour) =>
        Add($"{thickness} w {Colour(colour)} RG {x1} {Height - y1} m {x2} {Height - y2} l S");

    /// <summary>Writes showable text with its baseline at <paramref name="y"/>.</summary>
    public void Text(decimal x, decimal y, string showable, decimal size, bool bold, PdfColour colour)
    {
        if (showable.Length > 0)
            Add($"BT {Colour(colour)} rg /{(bold ? "F2" : "F1")} {size} Tf {x} {Height - y} Td {encoding.Literal(showable)} Tj ET");
    }

    private static FormattableString Colour(PdfColour c) => $"{c.Red} {c.Green} {c.Blue}";

    private void Add(FormattableString operation) => _operations.Append(CultureInfo.InvariantCulture, $"{Flat(operation)}").Append('\n');

    private static string Flat(FormattableString operation) =>
        string.Format(CultureInfo.InvariantCulture, operation.Format, [.. operation.GetArguments().Select(a => a is FormattableString inner ? Flat(inner) : a is decimal d ? Math.Round(d, 2).ToString("0.##", CultureInfo.InvariantCulture) : a)]);
}
