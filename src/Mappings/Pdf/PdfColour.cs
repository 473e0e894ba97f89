namespace Hub.Mappings.Pdf;

/// <summary>A colour in RGB, each part from 0 to 1.</summary>
internal readonly record struct PdfColour(decimal Red, decimal Green, decimal Blue)
{
    public static PdfColour Black { get; } = new(0, 0, 0);

    public static PdfColour Grey { get; } = new(0.35m, 0.35m, 0.35m);

    public static PdfColour Line { get; } = new(0.6m, 0.6m, 0.6m);

    public static PdfColour White { get; } = new(1, 1, 1);
}
