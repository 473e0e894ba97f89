using Hub.Kith.Types;

namespace Hub.Kith.AppRec;

/// <summary>Applikasjonskvittering (HIS 80415). Always a document of its own, never inside a MsgHead.</summary>
public sealed record Receipt
{
    /// <summary>Version; decides the namespace.</summary>
    public required AppRecVersion Version { get; init; }

    /// <summary>Kind of message: APPREC.</summary>
    public CS MsgType { get; init; } = new("APPREC", "Applikasjonskvittering");

    /// <summary>Version text as read; <see langword="null"/> to write the version's own.</summary>
    public string? MigVersion { get; init; }

    /// <summary>Name of the program that made the receipt.</summary>
    public string? SoftwareName { get; init; }

    /// <summary>Version of that program.</summary>
    public string? SoftwareVersion { get; init; }

    /// <summary>When the receipt was made.</summary>
    public required TS GenDate { get; init; }

    /// <summary>Identifier of the receipt, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Who answers.</summary>
    public required ReceiptParty Sender { get; init; }

    /// <summary>Who is answered.</summary>
    public required ReceiptParty Receiver { get; init; }

    /// <summary>Status, list 8258: 1 OK, 2 rejected, 3 OK with a fault in a part.</summary>
    public required CS Status { get; init; }

    /// <summary>Faults, list 8221; at least one when rejected. OT is shown to people.</summary>
    public IReadOnlyList<CV> Errors { get; init; } = [];

    /// <summary>The message answered.</summary>
    public required OriginalMessage Original { get; init; }

    /// <summary>Whether the message was rejected.</summary>
    public bool IsRejected => Status.V == "2";
}
