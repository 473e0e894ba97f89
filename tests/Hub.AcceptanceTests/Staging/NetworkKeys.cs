using System.Collections.Concurrent;
using Hub.Simulators.Messaging;

namespace Hub.AcceptanceTests.Staging;

/// <summary>One issuer for all journeys, and the keys of each enterprise: making them takes longer than most journeys.</summary>
internal static class NetworkKeys
{
    private static readonly ConcurrentDictionary<int, Lazy<PartyKeys>> Made = new();

    public static MessagingCa Issuer { get; } = new();

    /// <summary>Keys whose signing certificate the issuer has called back.</summary>
    public static Lazy<PartyKeys> Revoked { get; } = new(() =>
    {
        var keys = Issuer.KeysFor(CounterpartParty.Municipality);
        Issuer.Revoke(keys.Signing);
        return keys;
    });

    public static PartyKeys Of(CounterpartParty party) => Made.GetOrAdd(party.ServiceHer, _ => new Lazy<PartyKeys>(() => Issuer.KeysFor(party))).Value;
}
