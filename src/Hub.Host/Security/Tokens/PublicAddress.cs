namespace Hub.Host.Security.Tokens;

/// <summary>Addresses as callers see them. What a proxy in front changes is told by the setting <c>publicUrl</c>, never by headers that any caller can send.</summary>
internal static class PublicAddress
{
    /// <summary>The base address.</summary>
    /// <param name="request">The request.</param>
    /// <param name="publicUrl">The setting, null when none.</param>
    /// <returns>Base without a slash at the end.</returns>
    public static string Base(HttpRequest request, Uri? publicUrl) =>
        publicUrl?.AbsoluteUri.TrimEnd('/') ?? $"{request.Scheme}://{request.Host.Value}";

    /// <summary>The address of a request, without query.</summary>
    /// <param name="request">The request.</param>
    /// <param name="publicUrl">The setting, null when none.</param>
    /// <returns>The address; null when the request names no host.</returns>
    public static Uri? Of(HttpRequest request, Uri? publicUrl) =>
        Uri.TryCreate($"{Base(request, publicUrl)}{request.Path.ToUriComponent()}", UriKind.Absolute, out var address) ? address : null;
}
