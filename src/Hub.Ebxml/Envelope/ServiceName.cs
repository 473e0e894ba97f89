namespace Hub.Ebxml.Envelope;

/// <summary>The service a message is part of.</summary>
/// <param name="Value">Name (<c>S-</c> + action, HISD 1209) or URI (the MSH's own service).</param>
/// <param name="Type">The type attribute; <c>string</c> by HITS 1171, <c>kithService</c> by HIS 1037, null for a URI.</param>
public sealed record ServiceName(string Value, string? Type = null)
{
    /// <summary>The service of signals.</summary>
    public static ServiceName Msh { get; } = new(EbxmlNames.MshService);
}
