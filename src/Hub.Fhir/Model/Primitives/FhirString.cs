namespace Hub.Fhir.Model;

/// <summary>A text-like primitive in a choice element.</summary>
/// <param name="Value">The text; never empty in valid FHIR.</param>
/// <param name="Type">FHIR type: string (default), code, uri, url, canonical, markdown, id, oid, uuid, base64Binary or time.</param>
public sealed record FhirString(string Value, string Type = "string") : DataType;
