namespace Hub.Fhir.Ucum;

/// <summary>A conversion or the reason there is none; exactly one is set.</summary>
/// <param name="Conversion">The conversion.</param>
/// <param name="Fault">The reason.</param>
public sealed record UcumResult(UcumConversion? Conversion, UcumFault? Fault)
{
    /// <summary>True when there is a conversion.</summary>
    public bool Ok => Conversion is not null;

    internal static UcumResult Refuse(string code, string text) => new(null, new UcumFault(code, text));
}
