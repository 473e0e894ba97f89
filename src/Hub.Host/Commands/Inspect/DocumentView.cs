namespace Hub.Host.Commands.Inspect;

/// <summary>A document: hodemelding with what is in it, receipt, or a document that stands alone.</summary>
/// <param name="ContentId">The attachment it came in; null when it is the file.</param>
/// <param name="Standard">MsgHead, AppRec, PLO, Dialogmelding, or XML for another.</param>
/// <param name="Version">Version of the standard; empty when not known.</param>
/// <param name="Root">Root element with its namespace.</param>
/// <param name="Wrapper">Element of a local system around it; null as a rule.</param>
/// <param name="Type">Kind of message; null when the document does not say.</param>
/// <param name="MsgId">Identifier.</param>
/// <param name="Sent">When it was made, as written.</param>
/// <param name="Processing">production, test or debug.</param>
/// <param name="Sender">Sender.</param>
/// <param name="Receiver">Receiver.</param>
/// <param name="Copies">How many other receivers.</param>
/// <param name="Conversation">Place in a dialogue; null for the first message.</param>
/// <param name="PatientIds">How the patient is identified: kinds of numbers, never the numbers; null when there is no patient.</param>
/// <param name="Status">Status of the sending (list 7309) of a PLO message.</param>
/// <param name="Receipt">What a receipt says.</param>
/// <param name="Contents">The documents inside a hodemelding.</param>
/// <param name="Headings">Headings with the length of their texts.</param>
/// <param name="Signature">The document's own signature.</param>
/// <param name="Schema">valid, invalid, or unjudged where there is no schema.</param>
/// <param name="Findings">What is wrong or worth knowing.</param>
internal sealed record DocumentView(
    string? ContentId, string Standard, string Version, string Root, string? Wrapper, CodeView? Type, string? MsgId, string? Sent, string? Processing, UnitView? Sender,
    UnitView? Receiver, int Copies, ConversationView? Conversation, IReadOnlyList<string>? PatientIds, string? Status, ReceiptView? Receipt, IReadOnlyList<ContentView> Contents,
    IReadOnlyList<HeadingView> Headings, SignatureView Signature, string Schema, IReadOnlyList<DocumentFindingView> Findings);

/// <summary>A code with its text.</summary>
/// <param name="Code">The code.</param>
/// <param name="Text">Its text.</param>
internal sealed record CodeView(string? Code, string? Text);

/// <summary>Sender or receiver of a document.</summary>
/// <param name="EnterpriseHer">HER-id of the enterprise.</param>
/// <param name="ServiceHer">HER-id of the service or the person.</param>
/// <param name="OrganisationNumber">Number of the enterprise in the Norwegian register of entities.</param>
/// <param name="Names">Names, outermost first, when content is shown.</param>
internal sealed record UnitView(string? EnterpriseHer, string? ServiceHer, string? OrganisationNumber, IReadOnlyList<string>? Names);

/// <summary>Place in a dialogue.</summary>
/// <param name="First">The message that began it.</param>
/// <param name="Previous">The message answered.</param>
internal sealed record ConversationView(string? First, string? Previous);

/// <summary>What a receipt says.</summary>
/// <param name="Status">ok, rejected, or okWithErrors.</param>
/// <param name="Errors">Codes of list 8221; what was written beside them only when content is shown.</param>
/// <param name="AboutType">Kind of the message answered.</param>
/// <param name="AboutMsgId">Its id.</param>
/// <param name="AboutSent">When it was made, as written.</param>
internal sealed record ReceiptView(string Status, IReadOnlyList<ReceiptErrorView> Errors, CodeView AboutType, string AboutMsgId, string? AboutSent);

/// <summary>A fault of a receipt.</summary>
/// <param name="Code">Code.</param>
/// <param name="Text">Its text.</param>
/// <param name="Explanation">What was written beside it, when content is shown.</param>
internal sealed record ReceiptErrorView(string? Code, string? Text, string? Explanation);

/// <summary>A document inside a hodemelding.</summary>
/// <param name="What">Standard and version, or the media type of an attachment.</param>
/// <param name="Root">Root element; null for bytes.</param>
/// <param name="Bytes">Size of an attachment that is bytes, decoded.</param>
/// <param name="Description">Its description, when content is shown.</param>
internal sealed record ContentView(string What, string? Root, int? Bytes, string? Description);

/// <summary>A heading.</summary>
/// <param name="List">Code list; 0 when there is none.</param>
/// <param name="Code">Code; null for a text without heading.</param>
/// <param name="Heading">Heading as receivers show it.</param>
/// <param name="Characters">Length of the text under it.</param>
/// <param name="Path">Where.</param>
/// <param name="Text">The text, when content is shown.</param>
internal sealed record HeadingView(int List, string? Code, string Heading, int Characters, string Path, string? Text);

/// <summary>A finding about a document.</summary>
/// <param name="Code">Stable code, KITH-AREA-nnn.</param>
/// <param name="Severity">error, warning or note.</param>
/// <param name="Path">Where.</param>
/// <param name="Text">What.</param>
internal sealed record DocumentFindingView(string Code, string Severity, string Path, string Text);
