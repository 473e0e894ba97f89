namespace Hub.Ebxml.Agreements;

/// <summary>How the payload of an action is wrapped (CPPA 2.0, Packaging).</summary>
/// <param name="Id">The packaging's id.</param>
/// <param name="Parts">The documents inside, innermost first.</param>
/// <param name="IsEncrypted">True when an encapsulation is <c>application/pkcs7-mime</c> enveloped data.</param>
/// <param name="IsCompressed">True when an encapsulation is gzip.</param>
public sealed record PackageTerms(string Id, IReadOnlyList<PackagePart> Parts, bool IsEncrypted, bool IsCompressed);

/// <summary>One document of a package.</summary>
/// <param name="MimeType">For example <c>application/xml</c>.</param>
/// <param name="Namespaces">The namespaces it may have, with versions.</param>
public sealed record PackagePart(string MimeType, IReadOnlyList<SupportedNamespace> Namespaces);

/// <summary>A document namespace a party supports.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Version">The version as written.</param>
public sealed record SupportedNamespace(string Namespace, string? Version);
