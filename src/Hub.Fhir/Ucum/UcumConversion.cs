namespace Hub.Fhir.Ucum;

/// <summary>A value in the unit that was asked for, with the value it came from.</summary>
/// <param name="Value">The value. A conversion is exact where the digits allow it and otherwise rounded half away from zero to two digits more
/// than the original has, at least four (between degrees: two decimals more); integer digits are never rounded away.</param>
/// <param name="Unit">UCUM unit of the value.</param>
/// <param name="WasConverted">True when the number changed; false when only the spelling of the unit did, or nothing.</param>
/// <param name="OriginalValue">The value as it was sent.</param>
/// <param name="OriginalUnit">The unit as it was sent.</param>
public sealed record UcumConversion(decimal Value, string Unit, bool WasConverted, decimal OriginalValue, string OriginalUnit);
