using Hub.Core.Content;
using Hub.Core.Identities;

namespace Hub.Host.Reading;

/// <summary>A look that is allowed.</summary>
/// <param name="Reader">Who looks.</param>
/// <param name="Patient">At whom.</param>
/// <param name="Verdict">What may be seen.</param>
/// <param name="Recorded">Done when the look stands in the audit log: nothing is answered before.</param>
internal sealed record Look(Reader Reader, Identifier Patient, AccessVerdict Verdict, Task Recorded)
{
    /// <summary>Whether a kind may be seen.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True when it may.</returns>
    public bool May(ContentKind kind) => Verdict.Allowed.Contains(kind);
}
