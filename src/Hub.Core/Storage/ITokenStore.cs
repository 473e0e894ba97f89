using Hub.Core.Errors;

namespace Hub.Core.Storage;

/// <summary>Tokens that open the operators' API. Of a token only its hash is kept.</summary>
public interface ITokenStore
{
    /// <summary>Stores a token, with its audit entry in the same transaction.</summary>
    /// <param name="token">The token.</param>
    /// <param name="act">Who issues it and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The token, or <see cref="OperatorErrors.NameTaken"/>: names are never used twice, since the audit log names them.</returns>
    Task<Result<IssuedToken>> IssueAsync(IssuedToken token, OperatorAct act, CancellationToken cancel);

    /// <summary>Tokens, the latest first.</summary>
    /// <param name="validAt">Only those that open something at this moment; null = all that ever were.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The tokens.</returns>
    Task<IReadOnlyList<IssuedToken>> TokensAsync(DateTimeOffset? validAt, CancellationToken cancel);

    /// <summary>Takes a token back, with its audit entry in the same transaction.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The token, or <see cref="OperatorErrors.NoToken"/> when there is none of this name or it was taken back before.</returns>
    Task<Result<IssuedToken>> RevokeAsync(string name, OperatorAct act, CancellationToken cancel);
}

/// <summary>A token as it is stored.</summary>
/// <param name="Name">Whom the audit log names; unique for good.</param>
/// <param name="Hash">Hash of the token, in the form of configuration files.</param>
/// <param name="Role">Name of its role.</param>
/// <param name="Tenant">The only tenant it reaches; null = all.</param>
/// <param name="Partner">The only partner it reaches; null = all.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="ExpiresAt">From when on it opens nothing.</param>
/// <param name="RevokedAt">When it was taken back; null when it was not.</param>
public sealed record IssuedToken(
    string Name, string Hash, string Role, string? Tenant, string? Partner, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt = null);
