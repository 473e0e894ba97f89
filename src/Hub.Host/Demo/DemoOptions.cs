namespace Hub.Host.Demo;

/// <summary>How a demo runs.</summary>
/// <param name="Seconds">How long events come in, in seconds, the draining afterwards not counted.</param>
/// <param name="Seed">The same seed tells the same story.</param>
/// <param name="Dump">Directory for every document that was sent; null = none.</param>
internal sealed record DemoOptions(int Seconds, int Seed, string? Dump)
{
    /// <summary>Events per second and tenant.</summary>
    public const double EventsPerSecond = 15;

    /// <summary>Patients per tenant.</summary>
    public const int Patients = 6;

    /// <summary>When the journal of the first tenant breaks.</summary>
    public TimeSpan BreakAt => TimeSpan.FromSeconds(Seconds / 3.0);

    /// <summary>How long it stays broken.</summary>
    public TimeSpan BrokenFor => TimeSpan.FromSeconds(Math.Clamp(Seconds / 5.0, 1, 10));

    /// <summary>Longest wait for the backlog after the last event.</summary>
    public TimeSpan DrainFor => TimeSpan.FromSeconds(15 + (Seconds / 2.0));

    /// <summary>Days of the story: more than are told in the time.</summary>
    public int Days => 20 + (int)(Seconds * EventsPerSecond / 30);
}
