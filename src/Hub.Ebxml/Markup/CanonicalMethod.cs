namespace Hub.Ebxml.Markup;

/// <summary>Which canonical form.</summary>
/// <param name="Exclusive">Exclusive canonical XML 1.0 (without a prefix list); otherwise inclusive canonical XML 1.0.</param>
/// <param name="Comments">Whether comments are kept.</param>
internal readonly record struct CanonicalMethod(bool Exclusive, bool Comments)
{
    public const string Inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    public const string InclusiveWithComments = Inclusive + "#WithComments";
    public const string ExclusiveUri = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string ExclusiveWithComments = ExclusiveUri + "WithComments";

    /// <summary>The method a URI names; null when it is none of the four.</summary>
    public static CanonicalMethod? Of(string? uri) => uri switch
    {
        Inclusive => new(false, false),
        InclusiveWithComments => new(false, true),
        ExclusiveUri => new(true, false),
        ExclusiveWithComments => new(true, true),
        _ => null,
    };
}
