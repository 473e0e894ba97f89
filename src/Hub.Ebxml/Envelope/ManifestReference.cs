namespace Hub.Ebxml.Envelope;

/// <summary>One attachment as the manifest names it.</summary>
/// <param name="Href">The reference as written, <c>cid:</c> and the URL-encoded content id.</param>
/// <param name="Schemas">Schemas of the business document (HITS 1210: one, the namespace of the document and its version).</param>
/// <param name="Descriptions">Texts for people.</param>
/// <param name="Role">Value of <c>xlink:role</c>; null when absent.</param>
public sealed record ManifestReference(
    string Href, IReadOnlyList<SchemaReference> Schemas, IReadOnlyList<Description> Descriptions, string? Role = null)
{
    /// <summary>The content id the reference points at, without <c>cid:</c> and URL-decoded; null when it is not a <c>cid:</c> reference.</summary>
    public string? ContentId => ContentIds.FromUri(Href);

    /// <summary>A reference to one attachment with one schema.</summary>
    /// <param name="contentId">The content id without angle brackets.</param>
    /// <param name="schema">The schema of the business document; null for none.</param>
    public static ManifestReference To(string contentId, SchemaReference? schema = null) =>
        new(ContentIds.ToUri(contentId), schema is null ? [] : [schema], []);

    /// <inheritdoc />
    public bool Equals(ManifestReference? other) => other is not null && Href == other.Href && Role == other.Role
        && Schemas.SequenceEqual(other.Schemas) && Descriptions.SequenceEqual(other.Descriptions);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Href, Role);
}
