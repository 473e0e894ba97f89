namespace Hub.Host.Security.Tokens;

/// <summary>The scopes of a token, in the forms of SMART App Launch 1 (<c>user/Observation.read</c>) and 2 (<c>user/Observation.rs</c>, with constraints after a question mark).</summary>
/// <param name="scopes">The scopes as granted.</param>
internal sealed class ScopeSet(IReadOnlyList<string> scopes)
{
    private readonly (string Context, string Resource, string Rights)[] _smart = [.. scopes.Select(Smart).OfType<(string, string, string)>()];

    /// <summary>Every scope.</summary>
    public IReadOnlyList<string> All => scopes;

    /// <summary>Whether an interaction is covered.</summary>
    /// <param name="context"><c>patient</c>, <c>user</c> or <c>system</c>.</param>
    /// <param name="resource">Resource type.</param>
    /// <param name="right">c, r, u, d or s (SMART App Launch 2.0 section 2.0.3).</param>
    /// <returns>True when a scope covers it.</returns>
    public bool Covers(string context, string resource, char right) =>
        _smart.Any(s => s.Context == context && (s.Resource == "*" || s.Resource == resource) && s.Rights.Contains(right));

    // A constrained scope (user/Observation.rs?category=...) narrows what the hub does not check here: it is passed over rather than taken for more than it is.
    private static (string, string, string)? Smart(string scope)
    {
        var slash = scope.IndexOf('/');
        var dot = scope.LastIndexOf('.');
        if (slash < 1 || dot < slash + 2 || scope.Contains('?') || scope[..slash] is not ("patient" or "user" or "system"))
            return null;
        var rights = scope[(dot + 1)..] switch
        {
            "read" => "rs",
            "write" => "cud",
            "*" => "cruds",
            var letters when letters.Length > 0 && letters.All("cruds".Contains) => letters,
            _ => null,
        };
        return rights is null ? null : (scope[..slash], scope[(slash + 1)..dot], rights);
    }
}
