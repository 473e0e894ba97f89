namespace Hub.Simulators.Gerica;

/// <summary>Draws what happens to one post.</summary>
internal static class Chance
{
    // The 99th percentile of the standard normal distribution.
    private const double Z99 = 2.3263;

    public static bool Hits(double rate) => rate > 0 && Random.Shared.NextDouble() < rate;

    public static TimeSpan Delay(FaultPlan plan)
    {
        if (plan.SlowMedianMs <= 0)
            return TimeSpan.Zero;
        if (plan.SlowP99Ms <= plan.SlowMedianMs)
            return TimeSpan.FromMilliseconds(plan.SlowMedianMs);
        var sigma = Math.Log(plan.SlowP99Ms / plan.SlowMedianMs) / Z99;
        var normal = Math.Sqrt(-2 * Math.Log(1 - Random.Shared.NextDouble())) * Math.Cos(2 * Math.PI * Random.Shared.NextDouble());
        return TimeSpan.FromMilliseconds(Math.Min(60_000, plan.SlowMedianMs * Math.Exp(sigma * normal)));
    }
}
