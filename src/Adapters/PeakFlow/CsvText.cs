using System.Text;

namespace Hub.Adapters.PeakFlow;

/// <summary>A line of a file.</summary>
/// <param name="Number">Where it begins, 1 for the first line of the file.</param>
/// <param name="Fields">Its fields without quotes.</param>
/// <param name="Broken">True when a quote is not closed, or stands in the middle of a field.</param>
internal sealed record CsvLine(int Number, IReadOnlyList<string> Fields, bool Broken);

/// <summary>Lines and fields of a CSV file (RFC 4180), separated by semicolon where the header has one, else by comma. Blank lines are left out.</summary>
internal static class CsvText
{
    /// <summary>What is told of a line that is broken.</summary>
    public const string BrokenLine = "A quote stands in the middle of a field, or is not closed: then all that follows it belongs to this line.";

    public static IReadOnlyList<CsvLine> Lines(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var separator = text.AsSpan(0, end < 0 ? text.Length : end).Contains(';') ? ';' : ',';
        var lines = new List<CsvLine>();
        var (at, number) = (0, 1);
        while (at < text.Length)
        {
            var begin = number;
            var (fields, broken) = Line(text, separator, ref at, ref number);
            if (broken || fields.Count > 1 || fields[0].Trim().Length > 0)
                lines.Add(new CsvLine(begin, fields, broken));
        }

        return lines;
    }

    private static (List<string> Fields, bool Broken) Line(string text, char separator, ref int at, ref int number)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var (quoted, closed, broken) = (false, false, false);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\n')
                number++;
            if (quoted)
            {
                if (c != '"')
                    field.Append(c);
                else if (at + 1 < text.Length && text[at + 1] == '"')
                    field.Append(text[++at]);
                else
                    (quoted, closed) = (false, true);
            }
            else if (c == '"' && !closed && field.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator)
            {
                fields.Add(Taken(field));
                closed = false;
            }
            else if (c == '\n')
            {
                at++;
                break;
            }
            else if (c != '\r')
            {
                broken |= c == '"' || (closed && c != ' ');
                field.Append(c);
            }
        }

        fields.Add(Taken(field));
        return (fields, broken || quoted);
    }

    private static string Taken(StringBuilder field)
    {
        var text = field.ToString();
        field.Clear();
        return text;
    }
}
