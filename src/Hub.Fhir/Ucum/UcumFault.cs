namespace Hub.Fhir.Ucum;

/// <summary>Why a value could not be converted.</summary>
/// <param name="Code">Stable code, UCUM-001 to UCUM-005.</param>
/// <param name="Text">Text for people; names units, never the value.</param>
public sealed record UcumFault(string Code, string Text)
{
    /// <summary>The unit is not understood.</summary>
    public const string UnknownUnit = "UCUM-001";

    /// <summary>The unit measures something else, for example coulomb for a temperature.</summary>
    public const string OtherDimension = "UCUM-002";

    /// <summary>Mass and amount can be converted only with a molar mass.</summary>
    public const string MolarMassNeeded = "UCUM-003";

    /// <summary>A fraction is turned into percent only when the unit is declared as 1 and the caller allows it.</summary>
    public const string FractionNotAllowed = "UCUM-004";

    /// <summary>The result has more digits than a decimal can hold.</summary>
    public const string OutOfRange = "UCUM-005";
}
