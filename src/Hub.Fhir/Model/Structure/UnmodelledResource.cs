namespace Hub.Fhir.Model;

/// <summary>A resource of a type that FHIR R4 has and this library does not model; kept as read and written back unchanged.</summary>
/// <param name="TypeName">Resource type, for example MedicationStatement.</param>
/// <param name="Json">The whole resource as JSON text.</param>
public sealed record UnmodelledResource(string TypeName, string Json) : Resource;
