using System.Xml.Linq;
using Hub.Kith.Xml;

namespace Hub.Kith.MsgHead;

/// <summary>What came of reading a message.</summary>
/// <param name="Message">The message, or <see langword="null"/> when the bytes are no MsgHead.</param>
/// <param name="Root">Its root element, when the bytes are XML.</param>
/// <param name="Findings">What was noticed.</param>
/// <param name="Unread">Parts that no field took.</param>
public sealed record MessageReading(Message? Message, XElement? Root, IReadOnlyList<KithFinding> Findings, IReadOnlyList<UnreadPart> Unread);
