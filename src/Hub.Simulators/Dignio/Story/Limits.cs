using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>A patient's own limits for one value. A bound is inclusive on the worse side.</summary>
internal sealed record Limits(string Unit, decimal Step, decimal? RedLow, decimal? YellowLow, decimal? YellowHigh, decimal? RedHigh)
{
    public Triage Judge(decimal value)
    {
        if (value <= RedLow || value >= RedHigh)
            return Triage.Red;
        return value <= YellowLow || value >= YellowHigh ? Triage.Yellow : Triage.Green;
    }

    public IReadOnlyList<Threshold> Thresholds()
    {
        var list = new List<Threshold> { new(Triage.Green, Of(YellowLow + Step), Of(YellowHigh - Step)) };
        if (YellowLow is not null)
            list.Add(new Threshold(Triage.Yellow, Of(RedLow + Step), Of(YellowLow)));
        if (YellowHigh is not null)
            list.Add(new Threshold(Triage.Yellow, Of(YellowHigh), Of(RedHigh - Step)));
        if (RedLow is not null)
            list.Add(new Threshold(Triage.Red, null, Of(RedLow)));
        if (RedHigh is not null)
            list.Add(new Threshold(Triage.Red, Of(RedHigh), null));
        return list;
    }

    private Quantity? Of(decimal? value) => value is { } v ? new Quantity(v, Unit) : null;
}
