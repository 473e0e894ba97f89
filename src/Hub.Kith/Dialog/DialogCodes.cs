namespace Hub.Kith.Dialog;

/// <summary>Codes of findings about dialogmelding. A code never changes its meaning.</summary>
public static class DialogCodes
{
    /// <summary>The kind of message is not one of dialogmelding's.</summary>
    public const string UnknownType = "KITH-DIALOG-001";

    /// <summary>The version is not the one this kind of message uses.</summary>
    public const string WrongVersion = "KITH-DIALOG-002";

    /// <summary>Neither request nor note, or the wrong one of them, or too many.</summary>
    public const string WrongContent = "KITH-DIALOG-003";

    /// <summary>The theme or kind is not of a list that this kind of message uses.</summary>
    public const string WrongList = "KITH-DIALOG-004";

    /// <summary>The code is not in the list as known here. Never a reason to reject a message.</summary>
    public const string UnknownCode = "KITH-DIALOG-005";

    /// <summary>A text that the profile requires is missing.</summary>
    public const string TextMissing = "KITH-DIALOG-006";

    /// <summary>The reference to the message answered is missing.</summary>
    public const string ReferenceMissing = "KITH-DIALOG-007";

    /// <summary>A responsible professional with name and telephone is missing.</summary>
    public const string ResponsibleMissing = "KITH-DIALOG-008";

    /// <summary>The contact at the receiver is missing in a new dialogue.</summary>
    public const string ContactMissing = "KITH-DIALOG-009";

    /// <summary>A code has no text (DN).</summary>
    public const string CodeTextMissing = "KITH-DIALOG-010";

    /// <summary>The patient is missing.</summary>
    public const string PatientMissing = "KITH-DIALOG-011";

    /// <summary>The request that is answered is not included.</summary>
    public const string RequestMissing = "KITH-DIALOG-012";

    /// <summary>A part that this version does not have, so it cannot be written.</summary>
    public const string NotInVersion = "KITH-DIALOG-013";

    /// <summary>The text of a code (DN) is not the one that the list has.</summary>
    public const string CodeTextDiffers = "KITH-DIALOG-014";
}
