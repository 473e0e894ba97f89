using System.Collections.Frozen;
using System.Diagnostics.Metrics;

namespace Hub.Host.Metrics;

/// <summary>Which of the instruments of .NET itself are told beside the hub's own: what an operator needs to see whether a node has enough memory and processors.</summary>
/// <remarks>Names and units: .NET's meter <c>System.Runtime</c>, which follows OpenTelemetry's semantic conventions for .NET CLR metrics.</remarks>
internal static class ProcessInstruments
{
    /// <summary>The meter that has them.</summary>
    public const string Meter = "System.Runtime";

    private static readonly FrozenSet<string> Told = FrozenSet.Create(
        StringComparer.Ordinal,
        "dotnet.exceptions",
        "dotnet.gc.collections",
        "dotnet.gc.heap.total_allocated",
        "dotnet.gc.last_collection.heap.size",
        "dotnet.gc.pause.time",
        "dotnet.process.cpu.count",
        "dotnet.process.cpu.time",
        "dotnet.process.memory.working_set");

    /// <summary>Whether an instrument of .NET is told.</summary>
    /// <param name="instrument">The instrument.</param>
    public static bool Has(Instrument instrument) => instrument.Meter.Name == Meter && Told.Contains(instrument.Name);
}
