namespace Hub.Kith.Types;

/// <summary>A postal or visiting address.</summary>
public sealed record Address
{
    /// <summary>Kind, list 3401.</summary>
    public CS? Type { get; init; }

    /// <summary>Street and number.</summary>
    public string? StreetAdr { get; init; }

    /// <summary>Postal code, four digits in Norway.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Postal place.</summary>
    public string? City { get; init; }

    /// <summary>Post box.</summary>
    public string? Postbox { get; init; }

    /// <summary>Municipality, list 3402.</summary>
    public CS? County { get; init; }

    /// <summary>Country, list 9043.</summary>
    public CS? Country { get; init; }
}
