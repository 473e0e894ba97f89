namespace Hub.Ebxml.Agreements;

/// <summary>Where a party receives over a channel.</summary>
/// <param name="Address">As the agreement has it: <c>mailto://a@b</c>, <c>mailto:a@b</c>, <c>https://...</c> or a queue name.</param>
/// <param name="Purpose">CPPA endpoint type: <c>allPurpose</c> (default), <c>error</c>, <c>request</c>, <c>response</c>, <c>login</c>.</param>
public sealed record ChannelEndpoint(string Address, string Purpose = "allPurpose")
{
    /// <summary>The bare mail address when this is one, else null. Agreements write two slashes after the scheme; both forms are read.</summary>
    public string? MailAddress
    {
        get
        {
            const string scheme = "mailto:";
            return Address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? Address[scheme.Length..].TrimStart('/').Trim() : null;
        }
    }

    /// <summary>The URL when this is HTTP or HTTPS, else null.</summary>
    public Uri? Url =>
        Uri.TryCreate(Address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri : null;
}
