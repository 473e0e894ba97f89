namespace Hub.Fhir.Model;

/// <summary>A JSON member that FHIR knows and this library does not model; kept as read and written back unchanged.</summary>
/// <param name="Name">Name of the member, for example <c>_birthDate</c>.</param>
/// <param name="Json">Its value as JSON text.</param>
public sealed record RawElement(string Name, string Json)
{
    /// <summary>Gives the name only: the value may hold health data.</summary>
    public override string ToString() => Name;
}
