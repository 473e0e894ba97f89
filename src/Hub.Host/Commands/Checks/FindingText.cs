using System.Globalization;
using Hub.Host.Faces.Operators;

namespace Hub.Host.Commands.Checks;

/// <summary>How findings are printed.</summary>
internal static class FindingText
{
    /// <summary>Prints findings.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="findings">The findings in order.</param>
    /// <param name="json">For scripts.</param>
    public static void Print(TextWriter output, IReadOnlyList<Finding> findings, bool json)
    {
        if (json)
        {
            Terminal.Json(output, new
            {
                ok = ExitOf(findings) == ExitCode.Done,
                checks = findings.Select(f => new { check = f.Check, state = OperatorViews.Name(f.Verdict), ms = f.Ms, text = f.Text, todo = f.Todo }),
            });
            return;
        }

        var table = Terminal.Table("CHECK", "STATE", "MS", "FOUND");
        foreach (var finding in findings)
            table.Row(finding.Check, OperatorViews.Name(finding.Verdict), finding.Ms.ToString(CultureInfo.InvariantCulture), finding.Text);
        Terminal.Print(output, table);
        foreach (var finding in findings.Where(f => f.Todo is not null))
            output.WriteLine($"{finding.Check}: {finding.Todo}");
    }

    /// <summary>Exit code: failed when any check failed.</summary>
    /// <param name="findings">The findings.</param>
    /// <returns>The code.</returns>
    public static int ExitOf(IReadOnlyList<Finding> findings) => findings.Any(f => f.Verdict == Verdict.Failed) ? ExitCode.Failed : ExitCode.Done;
}
