namespace Hub.Simulators.Response;

/// <summary>Something that a response centre or a dispenser service journals through VKP.</summary>
/// <param name="What">What it is, in a word.</param>
/// <param name="At">When it happened.</param>
/// <param name="Bundle">The document Bundle as sent.</param>
/// <param name="Events">How many device events are in it.</param>
public sealed record ResponseEvent(string What, DateTimeOffset At, byte[] Bundle, int Events);
