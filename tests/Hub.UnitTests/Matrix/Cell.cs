using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.UnitTests.Adapters;
using Hub.UnitTests.Mappings;

namespace Hub.UnitTests.Matrix;

/// <summary>One cell of the matrix: a content of a vendor in the form of a receiver, with the case that shows it.</summary>
/// <param name="Vendor">Adapter of the vendor.</param>
/// <param name="Kind">Kind of content.</param>
/// <param name="Receiver">The receiver.</param>
/// <param name="Case">Name of the vendor's case.</param>
/// <param name="Outcome">What the mapping made of it.</param>
internal sealed record Cell(string Vendor, ContentKind Kind, Receiver Receiver, string Case, MappingOutcome Outcome)
{
    // Parts of the hub and journals do not speak for homes; the message network has its own tests.
    private static readonly string[] NotVendors = ["ebxml", "handovers", "plans", "gerica", "profil", "planer"];

    /// <summary>Vendors with cases.</summary>
    public static IReadOnlyList<(string Folder, IInboundAdapter Adapter)> Vendors { get; } =
        [.. GoldenCase.Adapters.Where(a => !NotVendors.Contains(a.Adapter.Name)).OrderBy(a => a.Adapter.Name, StringComparer.Ordinal)];

    /// <summary>Every cell that has something in it.</summary>
    public static IReadOnlyList<Cell> All { get; } = [.. Vendors.SelectMany(Of)];

    private static IEnumerable<Cell> Of((string Folder, IInboundAdapter Adapter) vendor)
    {
        var told = GoldenCase.Names(vendor.Folder)
            .Where(n => !n.StartsWith("bad-", StringComparison.Ordinal) && !n.StartsWith("lenient-", StringComparison.Ordinal) && !n.StartsWith("production-", StringComparison.Ordinal))
            .SelectMany(n => Events(vendor, n).Select(e => (Case: n, Event: e)))
            .ToLookup(e => e.Event.Content.Kind);
        foreach (var receiver in Receiver.All)
        {
            foreach (var (kind, mapping) in receiver.As.Where(a => told[a.Key].Any()))
                yield return Of(vendor.Adapter.Name, receiver, kind, receiver.MappingFor(vendor.Adapter.Name, mapping), [.. told[kind]]);
        }
    }

    // The first case that can be written; where none can, the first one with its errors.
    private static Cell Of(string vendor, Receiver receiver, ContentKind kind, string mapping, IReadOnlyList<(string Case, ParsedEvent Event)> told)
    {
        var tried = told.Select(t => new Cell(vendor, kind, receiver, t.Case, Map(vendor, t.Event, mapping))).ToList();
        return tried.Find(c => c.Outcome.Errors.Count == 0) ?? tried[0];
    }

    private static IEnumerable<ParsedEvent> Events((string Folder, IInboundAdapter Adapter) vendor, string name) =>
        GoldenCase.Read(vendor.Adapter, vendor.Folder, name).Entries.Where(e => e.Errors.Count == 0).SelectMany(e => e.Events);

    private static MappingOutcome Map(string vendor, ParsedEvent happened, string mapping)
    {
        // Letters need a name, and not every case has one.
        var patient = happened.Patient with { Name = happened.Patient.Name ?? MappingBench.Patient.Name };
        var envelope = new Envelope(42, "larvik", vendor, happened.SourceId, patient, happened.Content, GoldenCase.ReceivedAt) { Correlation = happened.Correlation, LeftOut = happened.LeftOut };
        return MappingBench.Catalogue.Find(mapping)!.Map(envelope, MappingBench.Context(("responsible", "Åse Prøvesen")));
    }
}
