namespace Hub.Ebxml.Agreements;

/// <summary>Which way an action goes, seen from the party that lists it.</summary>
public enum ActionDirection
{
    /// <summary>The party sends it.</summary>
    Send,

    /// <summary>The party receives it.</summary>
    Receive,
}

/// <summary>An action a party can send or receive.</summary>
/// <param name="Action">eb:Action.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Channels">The channels it may take, in the agreement's order.</param>
/// <param name="Package">How the payload is wrapped; null when the packaging is missing.</param>
/// <param name="TimeToPerform">As written. Agreements say <c>P180M</c>, which is months by the letter and minutes by intent, so it is not computed with.</param>
public sealed record ActionBinding(
    string Action, ActionDirection Direction, IReadOnlyList<ChannelTerms> Channels, PackageTerms? Package, string? TimeToPerform);
