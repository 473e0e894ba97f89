using Hub.Core.Content;
using Hub.Mappings.Pdf;

namespace Hub.Mappings.SelfPlan;

/// <summary>How a zone looks: its colour, and marks and words that tell it apart on a black and white print too.</summary>
/// <param name="Strong">Colour of bar and heading.</param>
/// <param name="Pale">Colour behind the text.</param>
/// <param name="Letters">Colour of the heading's letters.</param>
/// <param name="Meaning">What the zone means, in words.</param>
/// <param name="Marks">How many marks stand in the bar: one for green, two for yellow, three for red.</param>
internal sealed record ZoneLook(PdfColour Strong, PdfColour Pale, PdfColour Letters, string Meaning, int Marks)
{
    public static ZoneLook Of(Triage level) => level switch
    {
        Triage.Green => new(new(0.10m, 0.45m, 0.20m), new(0.92m, 0.97m, 0.92m), PdfColour.White, "Slik skal det være", 1),
        Triage.Yellow => new(new(0.98m, 0.80m, 0.15m), new(1, 0.98m, 0.88m), PdfColour.Black, "Vær oppmerksom", 2),
        Triage.Red => new(new(0.75m, 0.10m, 0.12m), new(0.99m, 0.92m, 0.92m), PdfColour.White, "Søk hjelp", 3),
        _ => new(new(0.40m, 0.40m, 0.40m), new(0.95m, 0.95m, 0.95m), PdfColour.White, "", 0),
    };
}
