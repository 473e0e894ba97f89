namespace Hub.Ebxml.Envelope;

/// <summary>The two written forms of a content id: <c>&lt;id&gt;</c> in MIME headers, <c>cid:id</c> in XML (RFC 2392).</summary>
public static class ContentIds
{
    /// <summary>The <c>cid:</c> form, with characters escaped that a URI cannot carry.</summary>
    /// <param name="contentId">The content id without angle brackets.</param>
    public static string ToUri(string contentId)
    {
        ArgumentNullException.ThrowIfNull(contentId);
        foreach (var c in contentId)
        {
            if (!char.IsAsciiLetterOrDigit(c) && "-._~@!$&'()*+,;=:".IndexOf(c, StringComparison.Ordinal) < 0)
                return "cid:" + Uri.EscapeDataString(contentId).Replace("%40", "@", StringComparison.Ordinal);
        }

        return string.Concat("cid:", contentId);
    }

    /// <summary>The content id of a <c>cid:</c> reference.</summary>
    /// <param name="uri">The reference.</param>
    /// <returns>The id without angle brackets, or null when the reference is not of that scheme or names nothing.</returns>
    public static string? FromUri(string? uri)
    {
        if (uri is null || uri.Length <= 4 || !uri.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
            return null;
        var id = uri[4..];
        return id.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(id) : id;
    }
}
