using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Addressing;

/// <summary>Judges service, action and roles of a received message by HISD 1209. For messages without an agreement that says otherwise.</summary>
public static class AddressRule
{
    /// <summary>What is wrong with the address of a message.</summary>
    /// <param name="header">The header of a business message.</param>
    /// <returns>Findings; a role that differs is a warning, since no one is harmed by it, a service that does not fit its action an error.</returns>
    public static IReadOnlyList<Finding> Check(MessageHeader header)
    {
        var service = header.Service.Value;
        if (MessageTypeOf(service) is not { } type)
            return [new(47, FindingSeverity.Error, ErrorCodes.ValueNotRecognized, "MessageHeader/Service", "The service is not S- and a message type.")];
        var expected = MessageAddress.For(type);
        if (header.Action == MessageAddress.AppRec)
            expected = expected.AppRecReply();
        var findings = new List<Finding>();
        if (service != expected.Service)
            findings.Add(new(47, FindingSeverity.Note, ErrorCodes.ValueNotRecognized, "MessageHeader/Service", "The service lacks S-, as in old agreements on reports."));
        if (header.Action != expected.Action)
            findings.Add(new(48, FindingSeverity.Error, ErrorCodes.Inconsistent, "MessageHeader/Action", "The action is neither that of the service nor APPREC."));
        else
        {
            Role(header.From.Role, expected.FromRole, 71, "MessageHeader/From/Role", findings);
            Role(header.To.Role, expected.ToRole, 72, "MessageHeader/To/Role", findings);
        }
        return findings;
    }

    /// <summary>The message type (code list 8279) a service stands for.</summary>
    /// <param name="service">eb:Service.</param>
    /// <returns>The type; also for <c>SVAR_*</c> written without <c>S-</c>, as old agreements have it. Null when the service follows no rule.</returns>
    public static string? MessageTypeOf(string service)
    {
        if (service.StartsWith("S-", StringComparison.Ordinal) && service.Length > 2)
            return service[2..];
        return service.StartsWith("SVAR_", StringComparison.Ordinal) ? service : null;
    }

    private static void Role(string? actual, string expected, int rule, string path, List<Finding> findings)
    {
        if (actual != expected)
            findings.Add(new(rule, FindingSeverity.Warning, ErrorCodes.Inconsistent, path, $"The role is not {expected}."));
    }
}
