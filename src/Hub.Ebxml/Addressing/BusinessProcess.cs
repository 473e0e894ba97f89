namespace Hub.Ebxml.Addressing;

/// <summary>A business process of the message network, as NHN's profile template lists it.</summary>
/// <param name="Name">Name in profiles and agreements.</param>
/// <param name="Uuid">Its uuid; null when none is published. The three old dialogue processes share one.</param>
/// <param name="MessageType">Code of 8279, which is also the action.</param>
/// <param name="Versions">Versions of the template, oldest first; empty when the template has none.</param>
public sealed record BusinessProcess(string Name, string? Uuid, string MessageType, IReadOnlyList<string> Versions)
{
    /// <summary>The address of its messages.</summary>
    public MessageAddress Address => MessageAddress.For(MessageType);

    /// <summary>The newest version both have: an agreement holds that one only (NHN's rule for making a CPA).</summary>
    /// <param name="theirs">Versions of the other party.</param>
    /// <returns>The version, or null when there is none in common.</returns>
    public string? NewestInCommon(IReadOnlyCollection<string> theirs) => Versions.LastOrDefault(theirs.Contains);
}
