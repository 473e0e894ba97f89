using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;
using Hub.Mappings.Letters;
using Hub.Mappings.Pdf;
using Hub.Mappings.SelfPlan;

namespace Hub.Mappings.Reports;

/// <summary>The scores as a table: scale, score, what is possible, reading; below each its cut-offs in words, and a bar that shows where the score lies among them.</summary>
internal static class ReportScores
{
    private const decimal Size = 10;
    private const decimal ScoreX = PlanPaper.Left + 200;
    private const decimal RangeX = PlanPaper.Left + 260;
    private const decimal ReadingX = PlanPaper.Left + 335;

    /// <summary>Writes the table; nothing where there are no scores.</summary>
    public static void Write(IReadOnlyList<FormScore> scores, PlanPaper paper)
    {
        if (scores.Count == 0)
            return;
        ReportRows.Heading("Skår", paper);
        Titles("", paper);
        paper.Continued = () => Titles(" (fortsetter)", paper);
        foreach (var score in scores.OrderBy(s => s.IsPart))
            Score(score, paper);
        paper.Continued = null;
    }

    private static void Titles(string suffix, PlanPaper paper)
    {
        foreach (var (text, x) in new[] { ($"Skala{suffix}", PlanPaper.Left), ("Skår", ScoreX), ("Mulig", RangeX), ("Tolkning", ReadingX) })
            paper.Page.Text(x, paper.Y + 9, text, 9, true, PdfColour.Grey);
        paper.Space(14);
    }

    private static void Score(FormScore score, PlanPaper paper)
    {
        // The row, its bar and its cut-offs belong together.
        paper.Need(30 + (HasBar(score) ? 26 : 0) + (score.Thresholds.Count > 0 ? 14 : 0));
        var x = PlanPaper.Left + (score.IsPart ? 12 : 0);
        ReportRows.Row(
            paper,
            Size,
            (ScoreWords.Name(score), x, ScoreX - 8, !score.IsPart),
            (FhirWords.Number(score.Value), ScoreX, RangeX - 4, true),
            (Possible(score), RangeX, ReadingX - 4, false),
            (FhirWords.ForPeople(score.Interpretation) ?? "", ReadingX, PlanPaper.Right, false));
        if (HasBar(score))
            Bar(score, x, paper);
        var limits = string.Join("; ", score.Thresholds.Select(Limit).Where(l => l.Length > 0));
        if (limits.Length > 0)
            paper.Write($"Grenser: {limits}", x, PlanPaper.Right, 8.5m, false, PdfColour.Grey);
        paper.Space(6);
    }

    // The unit is points throughout: "mild 5 til 9".
    private static string Limit(Threshold limit)
    {
        var range = (limit.Low, limit.High) switch
        {
            ({ } low, { } high) => $"{FhirWords.Number(low.Value)} til {FhirWords.Number(high.Value)}",
            ({ } low, null) => $"{FhirWords.Number(low.Value)} eller mer",
            (null, { } high) => $"{FhirWords.Number(high.Value)} eller mindre",
            _ => null,
        };
        return string.Join(' ', new[] { JournalWords.Light(limit.Level), FhirWords.Text(limit.Text), range }.Where(w => w is not null));
    }

    private static string Possible(FormScore score) => (score.Minimum, score.Maximum) switch
    {
        ({ } least, { } most) => $"{FhirWords.Number(least)} til {FhirWords.Number(most)}",
        (null, { } most) => $"høyst {FhirWords.Number(most)}",
        ({ } least, null) => $"minst {FhirWords.Number(least)}",
        _ => "",
    };

    private static bool HasBar(FormScore score) => score.Maximum is { } most && score.Value >= Least(score) && score.Value <= most && most > Least(score);

    private static decimal Least(FormScore score) => score.Minimum ?? 0;

    private static void Bar(FormScore score, decimal x, PlanPaper paper)
    {
        const decimal height = 7;
        var (least, most) = (Least(score), score.Maximum!.Value);
        var width = PlanPaper.Right - x;
        paper.Need(22);
        var top = paper.Y + 5;
        paper.Page.Fill(x, top, width, height, new PdfColour(0.88m, 0.88m, 0.88m));
        foreach (var band in score.Thresholds)
        {
            var (start, end) = (At(Math.Max(band.Low?.Value ?? least, least)), At(Math.Min(band.High?.Value ?? most, most)));
            if (end > start && band.Level != Triage.None)
                paper.Page.Fill(start, top, end - start, height, ZoneLook.Of(band.Level).Strong);
            // Cut-offs show as lines where no colour tells them apart.
            if (band.Low is { } low && low.Value > least && low.Value < most)
                paper.Page.Line(start, top, start, top + height, 0.8m, PdfColour.White);
        }

        var mark = At(score.Value);
        paper.Page.Fill(mark - 1.5m, top - 4, 3, height + 8, PdfColour.Black);
        paper.Space(20);

        decimal At(decimal value) => x + (width * (value - least) / (most - least));
    }
}
