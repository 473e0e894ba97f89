namespace Hub.Host.Demo;

/// <summary>Shows boards while a demo runs: a table that lives in a terminal, or lines in a file or pipe.</summary>
internal interface IScreen
{
    /// <summary>Shows boards until the work is done.</summary>
    /// <param name="read">Reads the board of the moment.</param>
    /// <param name="work">The work.</param>
    /// <returns>When the work is done and its last board was shown.</returns>
    Task ShowAsync(Func<Task<Board>> read, Task work);
}
