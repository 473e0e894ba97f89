using Hub.Adapters.Json;
using Hub.Core.Errors;

namespace Hub.Adapters.PeakFlow;

/// <summary>The fields of a line by column, with the faults found in them.</summary>
internal sealed class LineFields(CsvLine line, CsvHeader header, Findings findings)
{
    public Findings Findings => findings;

    /// <summary>What people call the line.</summary>
    public string Place => $"line {line.Number}";

    public string PathOf(string column) => $"{Place}, {column}";

    public void Fail(ErrorDefinition error, string column, string? detail = null) => findings.Fail(error, PathOf(column), detail);

    public string? Raw(string column) => header.Field(line, column);

    /// <summary>The text of a column.</summary>
    public string? Text(string column, int longest, bool required = true)
    {
        if (Raw(column) is not { } text)
        {
            if (required)
                Fail(IntakeErrors.Missing, column);
            return null;
        }

        if (text.Length > longest)
        {
            Fail(IntakeErrors.BadFormat, column, $"The text is longer than {longest} characters.");
            return null;
        }

        // Ids end up in headers, logs and file names of other systems.
        if (JsonText.HasForbidden(text) || (column == "device" && text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))))
        {
            Fail(IntakeErrors.BadFormat, column, "The text holds control characters, or blanks where none may be.");
            return null;
        }

        return text;
    }
}
