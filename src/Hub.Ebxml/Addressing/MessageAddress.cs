using Hub.Ebxml.Agreements;
using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Addressing;

/// <summary>Service, action and roles of a message (HISD 1209).</summary>
/// <param name="Service">eb:Service.</param>
/// <param name="Action">eb:Action.</param>
/// <param name="FromRole">Role of the sender.</param>
/// <param name="ToRole">Role of the receiver.</param>
public sealed record MessageAddress(string Service, string Action, string FromRole, string ToRole)
{
    /// <summary>The action of every application receipt.</summary>
    public const string AppRec = "APPREC";

    /// <summary>eb:Service/@type as written by HITS 1171 and in every agreement seen.</summary>
    public const string ServiceType = "string";

    /// <summary>True when this is the address of an application receipt.</summary>
    public bool IsAppRec => Action == AppRec;

    /// <summary>The address of a message: service is <c>S-</c> and the type, roles are the type with <c>sender</c> and <c>receiver</c>.</summary>
    /// <param name="messageType">MsgInfo/Type, code list 8279.</param>
    /// <returns>The address.</returns>
    public static MessageAddress For(string messageType) => new($"S-{messageType}", messageType, $"{messageType}sender", $"{messageType}receiver");

    /// <summary>The address an agreement gives; agreements may name services and roles of their own.</summary>
    /// <param name="terms">The terms.</param>
    /// <returns>The address.</returns>
    public static MessageAddress For(MessageTerms terms) => new(terms.Service, terms.Action, terms.FromRole, terms.ToRole);

    /// <summary>The address of the application receipt for a message with this address: the same service, the roles swapped.</summary>
    /// <returns>The address of the receipt.</returns>
    public MessageAddress AppRecReply() => new(Service, AppRec, ToRole, FromRole);

    /// <summary>The header of a business message with this address.</summary>
    /// <param name="fromHer">HER-id of the sending service or person.</param>
    /// <param name="toHer">HER-id of the receiving service or person.</param>
    /// <param name="cpaId">The agreement, see <see cref="DefaultAgreement.IdFor"/>.</param>
    /// <param name="conversationId">The conversation; kept through a dialogue and in its receipts.</param>
    /// <param name="messageId">The message's own id.</param>
    /// <param name="now">When it is made.</param>
    /// <returns>The header: duplicate elimination on (rule 74), no reference, no time to live.</returns>
    public MessageHeader Header(int fromHer, int toHer, string cpaId, string conversationId, string messageId, DateTimeOffset now) => new()
    {
        From = Party.OfHer(fromHer, FromRole),
        To = Party.OfHer(toHer, ToRole),
        CpaId = cpaId,
        ConversationId = conversationId,
        Service = new ServiceName(Service, ServiceType),
        Action = Action,
        MessageId = messageId,
        Timestamp = now,
        DuplicateElimination = true,
    };
}
