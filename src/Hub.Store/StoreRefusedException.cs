namespace Hub.Store;

/// <summary>The database may not be used by this process: it was made by a newer version, another process has it open, or its address cannot be read. Trying again does not help; the text says what a person can do. Never holds a connection string.</summary>
public sealed class StoreRefusedException : Exception
{
    /// <summary>Creates it.</summary>
    public StoreRefusedException()
        : this("The database may not be used by this process.", null)
    {
    }

    /// <summary>Creates it.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public StoreRefusedException(string message)
        : this(message, null)
    {
    }

    /// <summary>Creates it.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="inner">The cause.</param>
    public StoreRefusedException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
