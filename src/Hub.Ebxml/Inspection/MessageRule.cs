using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Inspection;

/// <summary>One rule of HITS 1172 that the message alone can break.</summary>
/// <param name="Number">The rule's number.</param>
/// <param name="Severity">How bad it is when broken.</param>
/// <param name="ErrorCode">The ebXML code for it.</param>
/// <param name="Path">Where.</param>
/// <param name="Text">What is wrong when broken.</param>
/// <param name="Broken">Whether a message breaks it.</param>
internal sealed record MessageRule(
    int? Number, FindingSeverity Severity, string ErrorCode, string Path, string Text, Func<RuleInput, bool> Broken)
{
    public Finding ToFinding() => new(Number, Severity, ErrorCode, Path, Text);

    public static MessageRule Error(int number, string code, string path, string text, Func<RuleInput, bool> broken) =>
        new(number, FindingSeverity.Error, code, path, text, broken);

    public static MessageRule Warning(int number, string code, string path, string text, Func<RuleInput, bool> broken) =>
        new(number, FindingSeverity.Warning, code, path, text, broken);

    public static MessageRule Note(int number, string code, string path, string text, Func<RuleInput, bool> broken) =>
        new(number, FindingSeverity.Note, code, path, text, broken);
}
