namespace Hub.Simulators.Dignio;

/// <summary>How one value behaves: where it lies, how much it varies, and how far illness moves it.</summary>
internal sealed record Sign(string What, string Unit, int Decimals, double Normal, double Spread, double Worsening)
{
    /// <summary>Hours of the day at which it is measured.</summary>
    public IReadOnlyList<int> Hours { get; init; } = [8];

    /// <summary>1 = daily, 7 = weekly.</summary>
    public int EveryDays { get; init; } = 1;

    /// <summary>Limits around a person's own normal; null when nobody triages it.</summary>
    public Func<decimal, Limits>? Limits { get; init; }

    /// <summary>The other half of a blood pressure.</summary>
    public Sign? With { get; init; }

    public string Device { get; init; } = "";

    public decimal Draw(double normal, double illness, Random random) =>
        Math.Round((decimal)Math.Max(0, normal + (Worsening * illness) + (Spread * Dice.Normal(random))), Decimals);
}

/// <summary>Draws that more than one story needs.</summary>
internal static class Dice
{
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static T Pick<T>(Random random, params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];
}
