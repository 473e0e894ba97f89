namespace Hub.Ebxml.Envelope;

/// <summary>One <c>ds:Reference</c>: what was hashed, how, and the result. Receipts carry it back unchanged.</summary>
/// <param name="Uri">Empty for the envelope, <c>cid:</c> form for an attachment.</param>
/// <param name="Transforms">The transforms in order, with their content as written.</param>
/// <param name="Algorithm">URI of the digest method.</param>
/// <param name="Value">The digest in base64, without white space.</param>
public sealed record DigestReference(string Uri, IReadOnlyList<ReferenceTransform> Transforms, string Algorithm, string Value)
{
    /// <inheritdoc />
    public bool Equals(DigestReference? other) => other is not null && Uri == other.Uri && Algorithm == other.Algorithm
        && Value == other.Value && Transforms.SequenceEqual(other.Transforms);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Uri, Algorithm, Value);
}
