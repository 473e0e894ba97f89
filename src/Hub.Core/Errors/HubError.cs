namespace Hub.Core.Errors;

/// <summary>One expected failure: a stable code for machines, a text for people, the place of the fault and whether trying again can help.</summary>
/// <param name="Code">Stable code, <c>HUB-AREA-nnn</c>. Never changes its meaning once released.</param>
/// <param name="Text">Sentence for people. Holds no name, national id or message body.</param>
/// <param name="Path">Where in the input the fault is: a JSON path, FHIRPath, XPath, or <c>file:line path</c> for configuration. Null when the whole input is at fault.</param>
/// <param name="Retryable">True when the same thing may succeed later without anybody changing it.</param>
public sealed record HubError(string Code, string Text, string? Path = null, bool Retryable = false)
{
    /// <inheritdoc/>
    public override string ToString() => Path is null ? $"{Code}: {Text}" : $"{Code} at {Path}: {Text}";
}
