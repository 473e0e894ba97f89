using System.Security.Cryptography.X509Certificates;

namespace Hub.Simulators.Messaging;

/// <summary>Another party as a counterpart knows it.</summary>
/// <param name="Party">Who it is.</param>
/// <param name="Signing">The certificates it may sign with; anything else is a fault.</param>
/// <param name="Encryption">The certificate to encrypt to.</param>
/// <param name="Address">Where to send: <c>http://</c>, <c>https://</c> or <c>mailto:</c>.</param>
/// <param name="Sync">Whether messages to it ask for the answer in the same HTTP exchange (SyncReply).</param>
public sealed record CounterpartPeer(
    CounterpartParty Party, IReadOnlyList<X509Certificate2> Signing, X509Certificate2 Encryption, string Address, bool Sync = false);
