using Hub.Mappings.Pdf;
using Hub.Mappings.SelfPlan;

namespace Hub.Mappings.Reports;

/// <summary>Headings and rows of a report. A row stays on one page unless it is longer than a third of it.</summary>
internal static class ReportRows
{
    private const decimal Leading = 1.32m;
    private const decimal Longest = 240;

    /// <summary>A heading with a line below it, together with what follows.</summary>
    public static void Heading(string text, PlanPaper paper)
    {
        paper.Space(14);
        paper.Need(64);
        paper.Write(text, PlanPaper.Left, PlanPaper.Right, 13, true, PdfColour.Black);
        paper.Page.Line(PlanPaper.Left, paper.Y + 1, PlanPaper.Right, paper.Y + 1, 0.8m, PdfColour.Black);
        paper.Space(6);
    }

    /// <summary>A row of texts side by side, with a thin line below it.</summary>
    public static void Row(PlanPaper paper, decimal size, params IReadOnlyList<(string Text, decimal X, decimal Right, bool Bold)> cells)
    {
        var lines = cells.Select(c => paper.Type.Lines(c.Text, c.Right - c.X, size, c.Bold).ToArray()).ToArray();
        var count = lines.Max(l => l.Length);
        var height = size * Leading;
        paper.Need(Math.Min((count * height) + 5, Longest));
        for (var i = 0; i < count; i++)
        {
            paper.Need(height);
            for (var cell = 0; cell < cells.Count; cell++)
            {
                if (i < lines[cell].Length)
                    paper.Page.Text(cells[cell].X, paper.Y + (size * 1.02m), lines[cell][i], size, cells[cell].Bold, PdfColour.Black);
            }

            paper.Space(height);
        }

        paper.Space(2.5m);
        paper.Page.Line(cells[0].X, paper.Y, PlanPaper.Right, paper.Y, 0.3m, PdfColour.Line);
        paper.Space(2.5m);
    }
}
