namespace Hub.Ebxml.Mime;

/// <summary>Bounds on what a MIME message may cost to read.</summary>
/// <param name="MaxBytes">Largest message in bytes. Default 10 MiB, the network's limit (HITS 1171).</param>
/// <param name="MaxParts">Most parts. Default 50.</param>
/// <param name="MaxHeaderBytes">Largest header block. Default 64 kB.</param>
/// <param name="MaxDepth">Deepest nesting of multiparts. Default 3.</param>
public sealed record MimeLimits(int MaxBytes = 10 * 1024 * 1024, int MaxParts = 50, int MaxHeaderBytes = 64 * 1024, int MaxDepth = 3)
{
    /// <summary>The limits used when none are given.</summary>
    public static MimeLimits Default { get; } = new();
}
