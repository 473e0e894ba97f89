namespace Hub.Adapters.Ebxml;

/// <summary>What receipts name, as the hub stores it: two kinds of id that must not be taken for each other.</summary>
internal static class Correlations
{
    /// <summary>The ebXML message, named by acknowledgments and message errors. Compared exactly.</summary>
    public static string Message(string messageId) => $"ebxml:{messageId}";

    /// <summary>The document, named by AppRec. Ids are UUIDs, whose case has no meaning.</summary>
    public static string Document(string msgId) => $"msgid:{msgId.Trim().ToLowerInvariant()}";
}
