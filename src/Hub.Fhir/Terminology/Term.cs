using Hub.Fhir.Model;

namespace Hub.Fhir.Terminology;

/// <summary>One code of a code system with its text.</summary>
/// <param name="System">Code system.</param>
/// <param name="Code">The code, compared as text: 1.2 is not 1.20.</param>
/// <param name="Display">The code system's text.</param>
public sealed record Term(string System, string Code, string Display)
{
    /// <summary>The code as Coding, with its text.</summary>
    public Coding ToCoding() => new() { System = System, Code = Code, Display = Display };

    /// <summary>The code as CodeableConcept.</summary>
    /// <param name="text">Text for people; default the code system's text.</param>
    public CodeableConcept ToConcept(string? text = null) => new() { Coding = [ToCoding()], Text = text ?? Display };
}
