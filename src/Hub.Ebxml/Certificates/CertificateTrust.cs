using System.Security.Cryptography.X509Certificates;

namespace Hub.Ebxml.Certificates;

/// <summary>Whom certificates are believed by.</summary>
/// <param name="Roots">Trusted roots; nothing of the machine's own store counts.</param>
/// <param name="Intermediates">Certificates between a root and the enterprise certificates.</param>
public sealed record CertificateTrust(IReadOnlyList<X509Certificate2> Roots, IReadOnlyList<X509Certificate2> Intermediates);
