namespace Hub.Host.Configuration;

/// <summary>The form of an address that the hub listens on.</summary>
internal static class ListenAddress
{
    /// <summary>The rule as a sentence.</summary>
    public const string Rule = "An address to listen on is http://HOST:PORT, such as http://127.0.0.1:8480";

    /// <summary>Whether a text is such an address. Certificates are the business of the proxy in front, so https is not one.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it has the form.</returns>
    public static bool IsOne(string text)
    {
        try
        {
            var address = Microsoft.AspNetCore.Http.BindingAddress.Parse(text);
            return address.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase) && address.Port is >= 0 and <= 65535 && address.PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
