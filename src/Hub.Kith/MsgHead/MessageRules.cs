using Hub.Kith.Types;

namespace Hub.Kith.MsgHead;

/// <summary>Rules of the standard that the schema does not hold.</summary>
public static class MessageRules
{
    /// <summary>Checks the head of a message. None of these findings alone rejects a message; see the receipt rules for that.</summary>
    /// <param name="info">The head.</param>
    public static IReadOnlyList<KithFinding> Check(MsgInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        var findings = new List<KithFinding>();
        void Add(bool wrong, string code, string path, KithSeverity severity, string text)
        {
            if (wrong) findings.Add(new KithFinding(code, "/MsgHead/MsgInfo" + path, severity, text));
        }

        Add(!IsUuid(info.MsgId), MessageCodes.BadMsgId, "/MsgId", KithSeverity.Error, "The identifier of a message shall be a UUID.");
        Add(info.MigVersion != MsgInfo.Version12, MessageCodes.BadVersion, "/MIGversion", KithSeverity.Warning, "The version text shall be 'v1.2 2006-05-24'.");
        Add(info.ProcessingStatus?.V is "T" or "D", MessageCodes.NotProduction, "/ProcessingStatus", KithSeverity.Information, "Marked as a test.");
        var own = info.MsgId;
        Add(info.ConversationRef is { } r && (Same(r.RefToParent, own) || Same(r.RefToConversation, own)), MessageCodes.RefersToItself, "/ConversationRef",
            KithSeverity.Warning, "The message refers to itself; the reference shall name the first and the previous message.");
        Her(info.Sender.Organisation, "/Sender");
        Her(info.Receiver.Organisation, "/Receiver");
        Add(info.Patient is not null && !PatientIdentity.IsSufficient(info.Patient), MessageCodes.PatientInsufficient, "/Patient", KithSeverity.Error,
            "A patient has a name and fødselsnummer, D-number or common aid number, or a name, date of birth and sex.");
        return findings;

        void Her(Organisation organisation, string path)
        {
            var address = HerAddress.Of(organisation);
            Add(address.Enterprise is null, MessageCodes.HerMissing, $"{path}/Organisation/Ident", KithSeverity.Error, "No HER-id of the enterprise.");
            Add(address.Service is null, MessageCodes.HerMissing, $"{path}/Organisation", KithSeverity.Error, "No HER-id of a service or person.");
        }
    }

    /// <summary>Whether a text is a UUID in its usual form with hyphens; case does not matter.</summary>
    /// <param name="id">The text.</param>
    public static bool IsUuid(string? id) => Guid.TryParseExact(id?.Trim(), "D", out _);

    /// <summary>Whether two message identifiers are the same; UUIDs are compared without regard to case.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">Other.</param>
    public static bool Same(string? a, string? b) => a is not null && string.Equals(a.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);
}
