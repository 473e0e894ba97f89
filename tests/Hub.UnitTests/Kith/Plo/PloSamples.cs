using System.Xml.Linq;
using Hub.Kith.Plo;
using Xunit;

namespace Hub.UnitTests.Kith.Plo;

/// <summary>The official samples of PLO 1.5 and 1.6, found through HUB_STANDARDS.</summary>
public static class PloSamples
{
    public static string? Standards { get; } = Environment.GetEnvironmentVariable("HUB_STANDARDS") is { Length: > 0 } folder ? folder : null;

    /// <summary>Paths below samples/plo; one empty name when the samples are not there, so that the tests say so instead of vanishing.</summary>
    public static TheoryData<string> Names()
    {
        var data = new TheoryData<string>();
        if (Standards is null)
        {
            data.Add("");
            return data;
        }

        var folder = Path.Combine(Standards, "samples", "plo");
        foreach (var file in Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            data.Add(Path.GetRelativePath(folder, file));
        return data;
    }

    public static byte[] Bytes(string name)
    {
        Assert.SkipWhen(Standards is null, "HUB_STANDARDS is not set: there are no samples");
        return File.ReadAllBytes(Path.Combine(Standards!, "samples", "plo", name));
    }

    public static PloReading Read(string name) => PloReader.Read(Bytes(name));

    public static XElement Root(string name) => Read(name).Source!;
}
