namespace Hub.Kith.Plo;

/// <summary>Codes of findings about PLO messages, beside those of <see cref="KithCodes"/>. A code never changes its meaning.</summary>
public static class PloCodes
{
    /// <summary>The root is not a PLO message of 1.5 or 1.6, or the element that tells the use is missing.</summary>
    public const string NotPlo = "KITH-PLO-001";

    /// <summary>The children are not in the order of the schema; they are read all the same.</summary>
    public const string Order = "KITH-PLO-002";

    /// <summary>The message is of version 1.5.</summary>
    public const string Version15 = "KITH-PLO-003";

    /// <summary>A part that 1.5 does not have.</summary>
    public const string Since16 = "KITH-PLO-004";

    /// <summary>An attribute does not have the value that the component fixes.</summary>
    public const string FixedValue = "KITH-PLO-005";

    /// <summary>An attribute of a component with or without prefix where it should be the other way: komponentID has none, its neighbours have one.</summary>
    public const string AttributePrefix = "KITH-PLO-006";

    /// <summary>MsgInfo/Type says another type than the document is of.</summary>
    public const string TypeDiffers = "KITH-PLO-007";

    /// <summary>A heading without list, or with a code that the list does not have or no longer has.</summary>
    public const string Heading = "KITH-PLO-010";

    /// <summary>A heading without DN: the official viewer shows nothing for it.</summary>
    public const string HeadingText = "KITH-PLO-011";

    /// <summary>A heading in a section where it is not expected.</summary>
    public const string HeadingPlace = "KITH-PLO-012";

    /// <summary>A heading that the profile asks for is missing.</summary>
    public const string HeadingMissing = "KITH-PLO-013";

    /// <summary>Neither a responsible professional nor a unit, or what HITS 1174 asks of them is missing.</summary>
    public const string Responsible = "KITH-PLO-020";

    /// <summary>The status of the sending is not one that the type allows.</summary>
    public const string Status = "KITH-PLO-021";

    /// <summary>The kind of content is not one of the type's list.</summary>
    public const string ContentKind = "KITH-PLO-022";

    /// <summary>The events are not those of the type.</summary>
    public const string Events = "KITH-PLO-023";

    /// <summary>A time that contradicts another, or comes too late.</summary>
    public const string Timing = "KITH-PLO-024";

    /// <summary>A code without text, or of another list than the one of its place.</summary>
    public const string CodeUse = "KITH-PLO-025";

    /// <summary>Component ids that are not UUIDs or occur twice.</summary>
    public const string ComponentId = "KITH-PLO-026";

    /// <summary>A choice of which exactly one is asked for has none or several.</summary>
    public const string Choice = "KITH-PLO-027";
}
