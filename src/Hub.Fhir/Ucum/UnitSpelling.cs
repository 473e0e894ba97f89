namespace Hub.Fhir.Ucum;

/// <summary>A unit in its UCUM spelling.</summary>
/// <param name="Code">UCUM code, the form to send.</param>
/// <param name="WasRespelled">True when the sender wrote it otherwise.</param>
public sealed record UnitSpelling(string Code, bool WasRespelled);
