using Hub.Kith.Codes;
using Hub.Kith.MsgHead;
using Hub.Kith.Types;

namespace Hub.Kith.AppRec;

/// <summary>The program that makes receipts.</summary>
/// <param name="Name">Name.</param>
/// <param name="Version">Version.</param>
public sealed record ReceiptSoftware(string Name, string Version);

/// <summary>Makes a receipt from the head of the message answered: addresses are mirrored, nothing added and nothing left out (HIS 80415 section 3.5).</summary>
public static class ReceiptFactory
{
    /// <summary>Makes a receipt.</summary>
    /// <param name="original">Head of the message answered.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="version">Version; see <see cref="AppRecVersions"/>.</param>
    /// <param name="id">Identifier of the receipt.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="software">The program, when it is to be named.</param>
    public static Receipt Make(MsgInfo original, ReceiptAnswer answer, AppRecVersion version, Guid id, DateTimeOffset now, ReceiptSoftware? software = null)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(answer);
        return new Receipt
        {
            Version = version,
            SoftwareName = software?.Name,
            SoftwareVersion = software?.Version,
            GenDate = TS.Of(now),
            Id = id.ToString("D"),
            Sender = ReceiptMirror.Receiver(original, answer.From) with { Role = RoleOf(answer.Role) },
            Receiver = ReceiptMirror.Of(original.Sender.Organisation) with { Role = version == AppRecVersion.V10 ? new CS("RECEIVER", "Mottaker") : new CS("AVS", "Avsender") },
            Status = answer.Status,
            Errors = answer.Errors,
            Original = new OriginalMessage(original.Type, original.GenDate, original.MsgId),
        };
    }

    private static CS RoleOf(string role) => role switch
    {
        "REQ" => new CS("REQ", "Rekvirent"),
        "SPR" => new CS("SPR", "Tjenesteyter"),
        _ => new CS(role, MessageLists.ReceiverRole.TextOf(role)),
    };
}
