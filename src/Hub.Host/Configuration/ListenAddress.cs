namespace Hub.Host.Configuration;

/// <summary>The form of an address that the hub listens on.</summary>
internal static class ListenAddress
{
    /// <summary>The rule as a sentence.</summary>
    public const string Rule = "An address to listen on is http://HOST:PORT or https://HOST:PORT, such as http://127.0.0.1:8480";

    /// <summary>Why an https address cannot be listened on without more.</summary>
    public const string NeedsCertificate = "An https address needs a certificate: the section 'tls' of hub.yaml";

    /// <summary>Whether a text is an address with TLS.</summary>
    /// <param name="text">An address to listen on.</param>
    public static bool IsSecure(string text) => text.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text is such an address. What is no host would be heard on every address of the machine.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it has the form.</returns>
    public static bool IsOne(string text)
    {
        try
        {
            var address = Microsoft.AspNetCore.Http.BindingAddress.Parse(text);
            return address.Scheme.ToUpperInvariant() is "HTTP" or "HTTPS" && address.Port is >= 0 and <= 65535 && address.PathBase.Length == 0
                && (address.Host is "*" or "+" || Uri.CheckHostName(address.Host) != UriHostNameType.Unknown);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
