using System.Buffers.Text;
using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Storage;

namespace Hub.Host.Reading;

/// <summary>The link to a further page: the question and where to go on, sealed with the tenant's key, for one reader and a few minutes. Nothing of it can be read from the address; who follows it is let in anew, and the look is recorded.</summary>
/// <param name="Interaction">What is paged through.</param>
/// <param name="Reader">Who may follow it.</param>
/// <param name="Until">How long.</param>
/// <param name="Form">The parameters.</param>
/// <param name="After">Where to go on.</param>
internal sealed record PageLink(string Interaction, string Reader, DateTimeOffset Until, IReadOnlyList<string[]> Form, PagePosition After)
{
    /// <summary>How long a link may be followed.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const int LongestText = 8 * 1024;

    /// <summary>The text in the address.</summary>
    /// <param name="vault">Seals it.</param>
    /// <param name="tenant">With whose key.</param>
    /// <returns>Letters, digits, hyphens and underscores.</returns>
    public string Seal(IBodyVault vault, string tenant) => Base64Url.EncodeToString(vault.Seal(tenant, JsonSerializer.SerializeToUtf8Bytes(this)));

    /// <summary>Opens a link.</summary>
    /// <param name="text">The text in the address.</param>
    /// <param name="reader">Who follows it.</param>
    /// <param name="interaction">What they page through.</param>
    /// <param name="vault">Opens it.</param>
    /// <param name="tenant">With whose key.</param>
    /// <param name="now">The time.</param>
    /// <returns>The link, or <see cref="ReadErrors.BadPage"/>.</returns>
    public static Result<PageLink> Open(string text, string reader, string interaction, IBodyVault vault, string tenant, DateTimeOffset now)
    {
        if (text.Length > LongestText || !Base64Url.IsValid(text) || vault.Open(tenant, Base64Url.DecodeFromChars(text)) is not { IsOk: true, Value: var bytes })
            return ReadErrors.BadPage.At();
        try
        {
            return JsonSerializer.Deserialize<PageLink>(bytes) is { } link && link.Reader == reader && link.Interaction == interaction && link.Until > now ? link : ReadErrors.BadPage.At();
        }
        catch (JsonException)
        {
            return ReadErrors.BadPage.At();
        }
    }
}
