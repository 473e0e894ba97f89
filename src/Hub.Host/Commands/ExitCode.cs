namespace Hub.Host.Commands;

/// <summary>Exit codes of the program; scripts rely on them.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>It was understood, and failed.</summary>
    public const int Failed = 1;

    /// <summary>The configuration or the command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A signature does not hold, or is not of the certificate asked for.</summary>
    public const int BadSignature = 3;

    /// <summary>A document is not valid by its schema.</summary>
    public const int BadDocument = 4;

    /// <summary>The audit log is not what was written.</summary>
    public const int BrokenChain = 5;
}
