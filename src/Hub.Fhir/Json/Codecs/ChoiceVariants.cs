using Hub.Fhir.Model;

namespace Hub.Fhir.Json.Codecs;

/// <summary>The variants of choice elements by FHIR type name.</summary>
internal static class ChoiceVariants
{
    internal static ChoiceVariant Of(string type) => type switch
    {
        "boolean" => Primitive(type, new BooleanCodec(), value => new FhirBoolean(value), (FhirBoolean value) => value.Value, _ => true),
        "decimal" => Primitive(type, new DecimalCodec(), value => new FhirDecimal(value), (FhirDecimal value) => value.Value, _ => true),
        "integer" or "positiveInt" or "unsignedInt" => Primitive(
            type, CodecTable.Integer(type), value => new FhirInteger(value, type), (FhirInteger value) => value.Value, value => value.Type == type),
        "dateTime" or "date" or "instant" => Primitive(
            type, CodecTable.DateTime(type), value => new FhirTime(value, type), (FhirTime value) => value.Value, value => value.Type == type),
        "CodeableConcept" => Complex<CodeableConcept>(type),
        "Coding" => Complex<Coding>(type),
        "Quantity" => Complex<Quantity>(type),
        "Reference" => Complex<Reference>(type),
        "Identifier" => Complex<Identifier>(type),
        "Period" => Complex<Period>(type),
        "Range" => Complex<FhirRange>(type),
        "Ratio" => Complex<Ratio>(type),
        "Attachment" => Complex<Attachment>(type),
        "Annotation" => Complex<Annotation>(type),
        "HumanName" => Complex<HumanName>(type),
        "Address" => Complex<Address>(type),
        "ContactPoint" => Complex<ContactPoint>(type),
        "Age" => Complex<Age>(type),
        "Duration" => Complex<FhirDuration>(type),
        "SampledData" => Complex<SampledData>(type),
        "Timing" => Complex<Timing>(type),
        "Signature" => Complex<Signature>(type),
        "Meta" => Complex<Meta>(type),
        _ => Primitive(type, new StringCodec(type), value => new FhirString(value, type), (FhirString value) => value.Value, value => value.Type == type),
    };

    private static ChoiceVariant Complex<T>(string type)
        where T : DataType, new() =>
        new(type, false, value => value is T, new ConvertedCodec<T>(new ElementCodec<T>(), value => value, value => (T)value));

    // An id or extension on a primitive in a choice element stands in the member with '_' and is kept there.
    private static ChoiceVariant Primitive<TValue, TRecord>(
        string type, Codec<TValue> codec, Func<TValue, DataType> wrap, Func<TRecord, TValue> unwrap, Func<TRecord, bool> holds)
        where TRecord : DataType =>
        new(type, true, value => value is TRecord record && holds(record), new ConvertedCodec<TValue>(codec, wrap, value => unwrap((TRecord)value)));
}
