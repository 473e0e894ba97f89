namespace Hub.Fhir.Model;

/// <summary>Base of the types a choice element such as value[x] may hold.</summary>
public abstract record DataType : Element
{
    /// <summary>Wraps a text as FHIR string.</summary>
    /// <param name="value">The text; not empty.</param>
    public static implicit operator DataType(string value) => new FhirString(value);

    /// <summary>Wraps a point in time as FHIR dateTime.</summary>
    /// <param name="value">The point in time.</param>
    public static implicit operator DataType(FhirDateTime value) => new FhirTime(value);

    /// <summary>Wraps a truth value as FHIR boolean.</summary>
    /// <param name="value">The truth value.</param>
    public static implicit operator DataType(bool value) => new FhirBoolean(value);

    /// <summary>Wraps a whole number as FHIR integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator DataType(int value) => new FhirInteger(value);

    /// <summary>Wraps a number as FHIR decimal; the digits are kept.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator DataType(decimal value) => new FhirDecimal(value);
}
