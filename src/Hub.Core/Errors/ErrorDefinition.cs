namespace Hub.Core.Errors;

/// <summary>The catalogue entry of one error code, as <c>ops/errors.md</c> lists it.</summary>
/// <param name="Code">Stable code, <c>HUB-AREA-nnn</c>.</param>
/// <param name="Title">What went wrong, in a few words.</param>
/// <param name="Action">What a person can do about it.</param>
/// <param name="Retryable">True when the hub tries again by itself.</param>
/// <param name="HttpStatus">The HTTP status a face answers with; 0 when the code never reaches an HTTP caller.</param>
public sealed record ErrorDefinition(string Code, string Title, string Action, bool Retryable = false, int HttpStatus = 0)
{
    /// <summary>An occurrence of this error.</summary>
    /// <param name="path">Where in the input; null when the whole input is at fault.</param>
    /// <param name="detail">What exactly, without personal data; null repeats the title.</param>
    /// <returns>The error value.</returns>
    public HubError At(string? path = null, string? detail = null) => new(Code, detail ?? Title, path, Retryable);
}
