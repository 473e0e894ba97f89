namespace Hub.Ebxml.AddressRegister;

/// <summary>The level of a communication party. Messages go between services and persons, not between organisations (HITS 1172 rules 30 and 54).</summary>
public enum PartyLevel
{
    /// <summary>A level this reader does not know; treated as able to receive.</summary>
    Other,

    /// <summary>An enterprise.</summary>
    Organization,

    /// <summary>A service of an enterprise.</summary>
    Service,

    /// <summary>A person in an enterprise.</summary>
    Person,
}
