namespace Hub.Core.Storage;

/// <summary>The database cannot be reached or cannot commit right now. Thrown by every store; caught by the faces (503) and by the delivery loops (wait and try again).</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Creates it.</summary>
    public StoreUnavailableException()
        : this("The database does not answer.", null)
    {
    }

    /// <summary>Creates it.</summary>
    /// <param name="message">What failed.</param>
    public StoreUnavailableException(string message)
        : this(message, null)
    {
    }

    /// <summary>Creates it.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="inner">The driver's exception.</param>
    public StoreUnavailableException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
