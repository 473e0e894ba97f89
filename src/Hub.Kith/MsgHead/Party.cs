using Hub.Kith.Types;

namespace Hub.Kith.MsgHead;

/// <summary>Sender or main receiver.</summary>
/// <param name="Organisation">The enterprise with its service or person inside.</param>
/// <param name="ComMethod">Way of communication, list 8235.</param>
public sealed record Party(Organisation Organisation, CS? ComMethod = null)
{
    /// <summary>HER-ids at both levels.</summary>
    public HerAddress Address => HerAddress.Of(Organisation);
}
