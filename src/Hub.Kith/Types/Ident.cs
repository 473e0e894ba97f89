namespace Hub.Kith.Types;

/// <summary>An identifier with its kind.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="TypeId">Its kind: list 9051 for organisations, 8116 for persons.</param>
public sealed record Ident(string Id, CV TypeId)
{
    /// <summary>Whether this is of kind <paramref name="kind"/>; the list is not compared, since both 9051 and 8116 are seen for HER.</summary>
    /// <param name="kind">Code such as HER, ENH, FNR, HPR.</param>
    public bool IsKind(string kind) => string.Equals(TypeId.V, kind, StringComparison.Ordinal);
}
