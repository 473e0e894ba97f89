using Hub.Kith.Codes;
using Hub.Kith.Types;

namespace Hub.Kith.AppRec;

/// <summary>Makes faults of a receipt (list 8221).</summary>
public static class AppRecError
{
    /// <summary>A fault.</summary>
    /// <param name="code">Code of list 8221.</param>
    /// <param name="explanation">What is wrong in this message, shown to the sender's people.</param>
    /// <exception cref="KeyNotFoundException">The list has no such code.</exception>
    public static CV Of(string code, string? explanation = null) => MessageLists.AppRecError.Cv(code) with { OT = explanation };
}
