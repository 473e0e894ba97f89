namespace Hub.Kith.Plo;

/// <summary>What is fixed for a type of message (HIS 80704 and profiles HIS 1143 to 1149).</summary>
/// <param name="Type">The type.</param>
/// <param name="Code">MsgInfo/Type, list 8279.</param>
/// <param name="Text">Text of the code.</param>
/// <param name="Root">Root element.</param>
/// <param name="Use">For Pasientlogistikk the element that tells the use, else <see langword="null"/>.</param>
/// <param name="Namespace16">Namespace in 1.6; empty when there is none.</param>
/// <param name="Namespace15">Namespace in 1.5.</param>
/// <param name="MayChange">Whether status M is allowed beside N and C in 1.6 (HIS 1154).</param>
/// <param name="ContentList">Code list of the kind of content (TypeInnhold), 0 when the type has none.</param>
public sealed record PloTypeInfo(
    PloType Type, string Code, string Text, string Root, string? Use, string Namespace16, string Namespace15, bool MayChange, int ContentList)
{
    /// <summary>Namespace of the root in a version; empty when the type does not exist in it.</summary>
    /// <param name="version">The version.</param>
    public string Namespace(PloVersion version) => version == PloVersion.V15 ? Namespace15 : Namespace16;
}
