using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>Turns drawn values into measurements with the person's thresholds and triage.</summary>
internal sealed class MeasurementStory
{
    private readonly Dictionary<string, double> _normal = [];
    private readonly Dictionary<string, Limits> _limits = [];

    public MeasurementStory(SyntheticPerson person, Random random)
    {
        foreach (var sign in Signs.Of(person.Diagnosis).SelectMany(s => s.With is { } with ? new[] { s, with } : [s]))
        {
            var normal = sign.Normal * (1 + (0.04 * Math.Clamp(Dice.Normal(random), -1.5, 1.5)));
            if (sign.What == MeasurementKind.OxygenSaturation)
                normal = Math.Min(normal, 97);
            _normal[sign.What] = normal;
            if (sign.Limits is { } limits)
                _limits[sign.What] = Rounded(limits(Math.Round((decimal)normal, sign.Decimals)), sign.Decimals);
        }
    }

    public IReadOnlyDictionary<string, Limits> Limits => _limits;

    public Measurement Tell(Sign sign, DateTimeOffset at, double illness, Random random)
    {
        var value = Value(sign, illness, random);
        var device = sign.Device.Length == 0 ? null : new DeviceInfo(sign.Device, sign.Device.Split(' ')[0], sign.Device[(sign.Device.IndexOf(' ', StringComparison.Ordinal) + 1)..], null, []);
        if (sign.With is not { } with)
        {
            return new Measurement(sign.What, new ClinicalTime(at))
            {
                Value = Measured.Of(value, sign.Unit),
                Thresholds = _limits.TryGetValue(sign.What, out var l) ? l.Thresholds() : [],
                Triage = Judge(sign, value),
                Device = device,
            };
        }
        var second = Value(with, illness, random);
        return new Measurement(sign.What, new ClinicalTime(at))
        {
            Components = [Part(MeasurementKind.Systolic, sign, value), Part(MeasurementKind.Diastolic, with, second)],
            Triage = (Triage)Math.Max((int)Judge(sign, value), (int)Judge(with, second)),
            Device = device,
        };
    }

    public static Measurement Correct(Measurement wrong, string eventId, Random random) => wrong with
    {
        Corrects = eventId,
        Status = "corrected",
        Value = wrong.Value?.Quantity is { } q ? Measured.Of(Math.Round(q.Value * (1 + ((decimal)random.Next(1, 4) / 100)), Scale(q.Value)), q.Unit) : wrong.Value,
        Notes = ["Rettet: målingen ble tastet feil."],
    };

    private decimal Value(Sign sign, double illness, Random random)
    {
        var value = sign.Draw(_normal[sign.What], illness, random);
        return sign.What == MeasurementKind.OxygenSaturation ? Math.Min(value, 100) : value;
    }

    private Triage Judge(Sign sign, decimal value) => _limits.TryGetValue(sign.What, out var limits) ? limits.Judge(value) : Triage.Green;

    private MeasurementComponent Part(string name, Sign sign, decimal value) =>
        new(name, new Concept([]), Measured.Of(value, sign.Unit), _limits.TryGetValue(sign.What, out var l) ? l.Thresholds() : []);

    private static Limits Rounded(Limits l, int decimals) => l with
    {
        RedLow = Round(l.RedLow, decimals),
        YellowLow = Round(l.YellowLow, decimals),
        YellowHigh = Round(l.YellowHigh, decimals),
        RedHigh = Round(l.RedHigh, decimals),
    };

    private static decimal? Round(decimal? value, int decimals) => value is { } v ? Math.Round(v, decimals) : null;

    private static int Scale(decimal value) => (decimal.GetBits(value)[3] >> 16) & 0xFF;
}
