using System.Text;
using Hub.Core.Content;
using Hub.UnitTests.Adapters;
using Hub.UnitTests.Approvals;
using Xunit;

namespace Hub.UnitTests.Matrix;

/// <summary>Content by vendor by receiver: every cell is read from a vendor's own case, written for the receiver, compared with what was approved, and has no loss that the ledger does not explain. <c>ops/coverage.md</c> is the page of it.</summary>
public sealed class CoverageTests
{
    private const string Folder = "tests/Hub.UnitTests/Matrix/cells";

    public static TheoryData<string, string, string> Cells()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var cell in Cell.All)
            data.Add(cell.Vendor, cell.Kind.Name(), cell.Receiver.Name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Should_write_the_cell_as_approved_and_lose_nothing_unexplained(string vendor, string kind, string receiver)
    {
        var cell = Cell.All.Single(c => c.Vendor == vendor && c.Kind.Name() == kind && c.Receiver.Name == receiver);
        Assert.Empty(cell.Outcome.Errors);
        Assert.NotEmpty(cell.Outcome.Ledger);
        Assert.DoesNotContain(cell.Outcome.Ledger, l => l.IsUnexplained);
        Approved.Check($"{Folder}/{FileOf(cell)}", CellText.Of(cell));
    }

    [Fact]
    public void Should_show_every_cell_on_the_page_of_coverage() => Approved.Check("ops/coverage.md", Page());

    [Fact]
    public void Should_keep_no_page_of_a_cell_that_is_gone()
    {
        var folder = Path.Combine(GoldenCase.Root, Folder);
        var kept = Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'));
        Assert.Empty(kept.Except(Cell.All.Select(FileOf)));
    }

    private static string FileOf(Cell cell) => $"{cell.Vendor}/{cell.Kind.Name()}-{cell.Receiver.Name}.txt";

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append("# Coverage: content by vendor by receiver\n\n");
        page.Append("Made by the tests (`CoverageTests`; `HUB_APPROVE=1` rewrites it). Every cell is a vendor's own case read by its adapter and written by the mapping that is named, compared with an approved page, ");
        page.Append("with the account of every field: nothing is lost without a reason. `-`: the vendor does not tell this.\n");
        foreach (var (_, adapter) in Cell.Vendors)
        {
            page.Append("\n## ").Append(adapter.Name).Append("\n\n| content |").AppendJoin(" | ", Receiver.All.Select(r => $" {r.Title}")).Append(" |\n|---|").Append(string.Concat(Receiver.All.Select(_ => "---|"))).Append('\n');
            foreach (var kind in Receiver.All.SelectMany(r => r.As.Keys).Distinct().Order())
                page.Append("| ").Append(kind.Name()).Append(" | ").AppendJoin(" | ", Receiver.All.Select(r => Shown(adapter.Name, kind, r))).Append(" |\n");
        }

        page.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n{Cell.All.Count} cells, {Cell.All.Sum(c => c.Outcome.Ledger.Count)} fields accounted for, of these {Cell.All.Sum(c => c.Outcome.Ledger.Count(l => l.Target is null))} left out with a reason.\n");
        return page.ToString();
    }

    private static string Shown(string vendor, ContentKind kind, Receiver receiver) =>
        Cell.All.FirstOrDefault(c => c.Vendor == vendor && c.Kind == kind && c.Receiver == receiver) is { } cell
            ? $"[{cell.Outcome.Document?.Form ?? "?"}](../{Folder}/{FileOf(cell)})"
            : "-";
}
