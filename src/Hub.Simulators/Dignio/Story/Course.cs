namespace Hub.Simulators.Dignio;

/// <summary>How ill somebody is, day by day: mostly well, with spells of some days.</summary>
internal sealed class Course(Random random)
{
    private int _spell;
    private double _depth;

    /// <summary>0 = well, 1 = as ill as one is at home.</summary>
    public double Illness { get; private set; }

    public void NextDay()
    {
        if (_spell == 0 && random.NextDouble() < 0.16)
            (_spell, _depth) = (random.Next(2, 6), 0.35 + (0.65 * random.NextDouble()));
        Illness = _spell > 0 ? Math.Min(1, (Illness * 0.5) + (_depth * 0.7)) : Illness * 0.55;
        _spell = Math.Max(0, _spell - 1);
    }
}
