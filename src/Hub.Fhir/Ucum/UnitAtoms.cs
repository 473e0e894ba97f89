namespace Hub.Fhir.Ucum;

/// <summary>The UCUM atoms and prefixes that units of home follow-up are built of. Source: UCUM tables 1 to 10 (case sensitive).</summary>
internal static class UnitAtoms
{
    private static readonly Dimension Mass = new(1, 0, 0, 0, 0, 0);
    private static readonly Dimension Length = new(0, 1, 0, 0, 0, 0);
    private static readonly Dimension Time = new(0, 0, 1, 0, 0, 0);
    private static readonly Dimension Temperature = new(0, 0, 0, 1, 0, 0);
    private static readonly Dimension Amount = new(0, 0, 0, 0, 1, 0);
    private static readonly Dimension Volume = Length.Power(3);
    private static readonly Dimension Pressure = Mass.Times(Length, -1).Times(Time.Power(2), -1);
    private static readonly Dimension Energy = Pressure.Times(Volume, 1);

    private static readonly Dictionary<string, (UnitMeasure Measure, bool Metric)> Atoms = new(StringComparer.Ordinal)
    {
        ["g"] = Metric(Mass, 1),
        ["m"] = Metric(Length, 1),
        ["s"] = Metric(Time, 1),
        ["K"] = Metric(Temperature, 1),
        ["mol"] = Metric(Amount, 1),
        ["C"] = Metric(new Dimension(0, 0, 0, 0, 0, 1), 1),
        ["L"] = Metric(Volume, 0.001m),
        ["l"] = Metric(Volume, 0.001m),
        ["Pa"] = Metric(Pressure, 1000),
        ["bar"] = Metric(Pressure, 100_000_000),
        ["m[Hg]"] = Metric(Pressure, 133_322_000),
        ["m[H2O]"] = Metric(Pressure, 9_806_650),
        ["Hz"] = Metric(Time.Power(-1), 1),
        ["J"] = Metric(Energy, 1000),
        ["cal"] = Metric(Energy, 4184),
        ["W"] = Metric(Energy.Times(Time, -1), 1000),
        ["eq"] = Metric(Amount, 1),
        ["U"] = (UnitMeasure.None with { Dimension = Amount.Times(Time, -1), Factor = new Rational(1, 60_000_000) }, true),
        ["min"] = Plain(Time, 60),
        ["h"] = Plain(Time, 3600),
        ["d"] = Plain(Time, 86_400),
        ["wk"] = Plain(Time, 604_800),
        ["mo"] = Plain(Time, 2_629_800),
        ["a"] = Plain(Time, 31_557_600),
        ["%"] = Plain(default, 0.01m),
        ["[lb_av]"] = Plain(Mass, 453.59237m),
        ["[oz_av]"] = Plain(Mass, 28.349523125m),
        ["[in_i]"] = Plain(Length, 0.0254m),
        ["[ft_i]"] = Plain(Length, 0.3048m),
        ["10*"] = Plain(default, 10),
        ["10^"] = Plain(default, 10),
        ["Cel"] = (new UnitMeasure(Temperature, Rational.One, Rational.Of(273.15m)), false),
        ["[degF]"] = (new UnitMeasure(Temperature, new Rational(5, 9), Rational.Of(459.67m) * new Rational(5, 9)), false),
    };

    private static readonly Dictionary<string, int> Prefixes = new(StringComparer.Ordinal)
    {
        ["G"] = 9,
        ["M"] = 6,
        ["k"] = 3,
        ["h"] = 2,
        ["da"] = 1,
        ["d"] = -1,
        ["c"] = -2,
        ["m"] = -3,
        ["u"] = -6,
        ["n"] = -9,
        ["p"] = -12,
    };

    /// <summary>An atom, or a prefix before an atom that takes one; an atom wins over a prefix, so min is minute.</summary>
    internal static bool TryFind(string symbol, out UnitMeasure measure)
    {
        measure = UnitMeasure.None;
        if (Atoms.TryGetValue(symbol, out var atom))
        {
            measure = atom.Measure;
            return true;
        }

        foreach (var (prefix, exponent) in Prefixes)
        {
            if (!symbol.StartsWith(prefix, StringComparison.Ordinal) || !Atoms.TryGetValue(symbol[prefix.Length..], out atom) || !atom.Metric)
                continue;
            measure = atom.Measure with { Factor = atom.Measure.Factor * new Rational(10, 1).Power(exponent) };
            return true;
        }

        return false;
    }

    private static (UnitMeasure Measure, bool Metric) Metric(Dimension dimension, decimal factor) => (Of(dimension, factor), true);

    private static (UnitMeasure Measure, bool Metric) Plain(Dimension dimension, decimal factor) => (Of(dimension, factor), false);

    private static UnitMeasure Of(Dimension dimension, decimal factor) => UnitMeasure.None with { Dimension = dimension, Factor = Rational.Of(factor) };
}
