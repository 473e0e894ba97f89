using Hub.Kith.Types;

namespace Hub.Kith.AppRec;

/// <summary>Which message is answered.</summary>
/// <param name="MsgType">Its kind, as it said.</param>
/// <param name="IssueDate">Its GenDate, verbatim.</param>
/// <param name="Id">Its MsgId, verbatim.</param>
public sealed record OriginalMessage(CS MsgType, TS IssueDate, string Id);
