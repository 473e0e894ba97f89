namespace Hub.Core.Identities;

/// <summary>An identifier of a person, organisation or thing: who issued it and what it is.</summary>
/// <param name="System">URI of the number series, such as <c>urn:oid:2.16.578.1.12.4.1.4.1</c> for fødselsnummer (no-basis identifier systems).</param>
/// <param name="Value">The identifier itself, without blanks.</param>
public sealed record Identifier(string System, string Value)
{
    /// <summary>Shows the number series only: identifiers of people do not belong in logs or error texts.</summary>
    /// <returns>The system with the value masked.</returns>
    public override string ToString() => $"{System}|***";
}
