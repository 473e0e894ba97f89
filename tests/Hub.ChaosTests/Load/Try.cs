namespace Hub.ChaosTests.Load;

/// <summary>What became of one post.</summary>
/// <param name="Node">Where it went.</param>
/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="Lost">Why no answer came; null when one did.</param>
internal sealed record Try(Uri Node, int? Status, Lost? Lost = null)
{
    /// <summary>Whether the answer said when to come again.</summary>
    public bool SaysWhen { get; init; }
}

/// <summary>Why no answer came.</summary>
internal enum Lost
{
    /// <summary>Nobody listened: nothing was sent.</summary>
    Refused,

    /// <summary>The connection broke.</summary>
    Cut,

    /// <summary>It took too long.</summary>
    Late,
}
