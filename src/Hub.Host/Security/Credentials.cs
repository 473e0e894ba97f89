using Hub.Core.Errors;

namespace Hub.Host.Security;

/// <summary>Finds out who calls, from the request's headers.</summary>
public static class Credentials
{
    private const string Scheme = "Bearer ";

    /// <summary>The caller of a request: <c>Authorization: Bearer KEY</c> or <c>X-Api-Key: KEY</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="keys">Keys that open something.</param>
    /// <returns>The caller, or <see cref="AuthErrors.Missing"/> or <see cref="AuthErrors.Unknown"/>.</returns>
    public static Result<Caller> Read(HttpRequest request, KeyRing keys)
    {
        var key = Key(request);
        if (key.IsEmpty)
            return AuthErrors.Missing.At();
        return keys.Find(key) is { } caller ? caller : AuthErrors.Unknown.At();
    }

    /// <summary>The key or token that a request carries.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The text; empty when there is none.</returns>
    internal static ReadOnlySpan<char> Key(HttpRequest request)
    {
        if (request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return header.AsSpan(Scheme.Length).Trim();
        return request.Headers["X-Api-Key"] is [{ } key] ? key.AsSpan().Trim() : default;
    }
}
