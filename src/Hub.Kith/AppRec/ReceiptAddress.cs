using Hub.Kith.Types;

namespace Hub.Kith.AppRec;

/// <summary>Address in a receipt; unlike elsewhere it has no post box and holds the telephone numbers.</summary>
public sealed record ReceiptAddress
{
    /// <summary>Kind, list 3401; required, but may be without content.</summary>
    public CS Type { get; init; } = new(null);

    /// <summary>Street and number.</summary>
    public string? StreetAdr { get; init; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Postal place.</summary>
    public string? City { get; init; }

    /// <summary>Municipality.</summary>
    public CS? County { get; init; }

    /// <summary>Country.</summary>
    public CS? Country { get; init; }

    /// <summary>District of a city.</summary>
    public CS? CityDistr { get; init; }

    /// <summary>URLs such as <c>tel:</c>; <see langword="null"/> for one without value.</summary>
    public IReadOnlyList<string?> TeleAddresses { get; init; } = [];
}
