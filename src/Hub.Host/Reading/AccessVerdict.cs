using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Host.Reading;

/// <summary>What of a question is allowed.</summary>
/// <param name="Allowed">Kinds that may be seen, in the order asked.</param>
/// <param name="Refused">Kinds that may not, and why.</param>
/// <param name="Purposes">Consents that the permission rests on.</param>
internal sealed record AccessVerdict(IReadOnlyList<ContentKind> Allowed, IReadOnlyList<(ContentKind Kind, HubError Why)> Refused, IReadOnlyList<string> Purposes);
