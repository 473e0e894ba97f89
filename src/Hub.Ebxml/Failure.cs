namespace Hub.Ebxml;

/// <summary>One expected failure, as a value: what machines match on, what people read, and where the fault is.</summary>
/// <param name="Code">Stable code in lower case, such as <c>cpa-not-xml</c>. Never changes its meaning once released.</param>
/// <param name="Text">Sentence for people. Holds no name, national id or message body.</param>
/// <param name="Path">Where in the input the fault is: an element path, a JSON path or a file name. Null when all of it is at fault.</param>
/// <param name="Retryable">True when the same thing may succeed later without anybody changing it.</param>
public sealed record Failure(string Code, string Text, string? Path = null, bool Retryable = false)
{
    /// <inheritdoc/>
    public override string ToString() => Path is null ? $"{Code}: {Text}" : $"{Code} at {Path}: {Text}";
}
