namespace Hub.Core.Identities;

/// <summary>Which rule the check digits of a number satisfy.</summary>
public enum CheckDigitRule
{
    /// <summary>The rule of 1964: both sums divide by 11.</summary>
    From1964,

    /// <summary>Only the rule for numbers issued from 2032: the first sum leaves 1, 2 or 3, the second divides by 11 (Skatteetaten, nytt fødselsnummer 2032).</summary>
    From2032,

    /// <summary>None.</summary>
    Fails,
}
