namespace Hub.Ebxml.Envelope;

/// <summary>List of what is attached. Every attachment is named here and in the signature.</summary>
/// <param name="References">The references in the order written.</param>
public sealed record Manifest(IReadOnlyList<ManifestReference> References)
{
    /// <summary>A manifest that names nothing, which the reader gives when there is none.</summary>
    public static Manifest Empty { get; } = new([]);

    /// <inheritdoc />
    public bool Equals(Manifest? other) => other is not null && References.SequenceEqual(other.References);

    /// <inheritdoc />
    public override int GetHashCode() => References.Count;
}
