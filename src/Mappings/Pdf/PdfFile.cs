using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Mappings.Pdf;

/// <summary>
/// A PDF 1.4 file of pages with text, lines and areas (ISO 32000-1). Nothing in it comes from the clock or from chance: the same pages give the same bytes. Text is set in Helvetica, one of the
/// standard fonts that every viewer and printer has, so that no font file is needed on the machine.
/// </summary>
internal static class PdfFile
{
    public static byte[] Write(IReadOnlyList<PdfPage> pages, PdfEncoding encoding, string title, string author, DateTimeOffset made)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R /Lang (nb-NO) /ViewerPreferences << /DisplayDocTitle true >> >>",
            $"<< /Type /Pages /Count {Number(pages.Count)} /Kids [{string.Join(' ', pages.Select((_, i) => $"{Number(6 + (2 * i))} 0 R"))}] >>",
            Font("Helvetica", bold: false, encoding),
            Font("Helvetica-Bold", bold: true, encoding),
            $"<< /Title {Unicode(title)} /Author {Unicode(author)} /Producer (Hub) /CreationDate (D:{made.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z) >>",
        };
        foreach (var page in pages)
        {
            var content = page.Operations;
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {Number(objects.Count + 2)} 0 R >>");
            objects.Add($"<< /Length {Number(content.Length)} >>\nstream\n{content}endstream");
        }

        return Assemble(objects);
    }

    private static byte[] Assemble(List<string> objects)
    {
        // Everything is ASCII, so that characters and bytes count the same.
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>(objects.Count);
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n").Append(objects[i]).Append("\nendobj\n");
        }

        var id = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(file.ToString())).AsSpan(0, 16));
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 5 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static string Font(string name, bool bold, PdfEncoding encoding)
    {
        var own = encoding.Own;
        var differences = string.Concat(encoding.Differences.OrderBy(d => d.Key).Select(d => $" {Number(d.Key)} /{d.Value}"));
        var widths = string.Join(' ', Enumerable.Range(1, 255).Select(code => Number(WidthOf(code, bold, own))));
        return $"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /FirstChar 1 /LastChar 255 /Widths [{widths}] "
            + $"/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding{(differences.Length > 0 ? $" /Differences [{differences} ]" : "")} >> >>";
    }

    private static int WidthOf(int code, bool bold, IReadOnlyDictionary<int, char> own) =>
        own.TryGetValue(code, out var c) ? HelveticaWidths.Of(c, bold) : HelveticaWidths.Of(PdfEncoding.Standard(code), bold);

    private static string Unicode(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
