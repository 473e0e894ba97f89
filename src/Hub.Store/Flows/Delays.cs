namespace Hub.Store.Flows;

/// <summary>How long deliveries took, by nearest rank. Pure.</summary>
/// <param name="P50">Milliseconds within which half arrived; null when none did.</param>
/// <param name="P95">The same for 95 of 100.</param>
internal readonly record struct Delays(long? P50, long? P95)
{
    /// <summary>Ranks them. Clocks of two nodes may differ by a little: nothing is delivered before it was taken in.</summary>
    public static Delays Of(IReadOnlyCollection<FlowDelivery> delivered)
    {
        if (delivered.Count == 0)
            return default;
        var sorted = delivered.Select(d => Math.Max(0, (d.Ended!.Value - d.Since + 500) / 1000)).Order().ToArray();
        return new Delays(sorted[Rank(sorted.Length, 50)], sorted[Rank(sorted.Length, 95)]);
    }

    private static int Rank(int count, int percent) => Math.Max(0, ((count * percent) + 99) / 100 - 1);
}
