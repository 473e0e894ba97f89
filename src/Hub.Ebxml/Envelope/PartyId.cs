namespace Hub.Ebxml.Envelope;

/// <summary>One identifier of a party.</summary>
/// <param name="Type">Kind of identifier, <c>HER</c> for the communication party in the address register, <c>ENH</c> for an
/// organisation number; null when the sender gave no type. Unknown types are kept and ignored.</param>
/// <param name="Value">The identifier as written.</param>
public sealed record PartyId(string? Type, string Value)
{
    /// <summary>The type every party must have exactly one of (HITS 1172 rules 60 and 61).</summary>
    public const string HerType = "HER";
}
