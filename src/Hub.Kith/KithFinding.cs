namespace Hub.Kith;

/// <summary>How serious a finding is.</summary>
public enum KithSeverity
{
    /// <summary>Worth knowing; changes nothing.</summary>
    Information,

    /// <summary>Deviates from a standard, but the document can be used.</summary>
    Warning,

    /// <summary>The document, or the part at the path, cannot be used as it stands.</summary>
    Error,
}

/// <summary>Something noticed while a document was read, checked or written.</summary>
/// <param name="Code">Stable code, <c>KITH-AREA-nnn</c>; see <see cref="KithCodes"/>.</param>
/// <param name="Path">Where: element names from the root, <c>/MsgHead/MsgInfo/Patient/Ident[2]</c>; never a value.</param>
/// <param name="Severity">How serious it is.</param>
/// <param name="Text">What is wrong, for people. Never a name, an id of a person or text from the document.</param>
public sealed record KithFinding(string Code, string Path, KithSeverity Severity, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Severity} {Path}: {Text}";
}
