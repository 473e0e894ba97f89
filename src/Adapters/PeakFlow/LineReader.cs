using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Hub.Adapters.Json;
using Hub.Adapters.Values;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;

namespace Hub.Adapters.PeakFlow;

/// <summary>One line: one reading of one patient.</summary>
internal static partial class LineReader
{
    private const int LongestComment = 10_000;

    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];
    private static readonly string[] LocalTimes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy HH:mm", "dd.MM.yyyy HH:mm:ss"];
    private static readonly Choices<Triage> Zones = new(("green", Triage.Green), ("yellow", Triage.Yellow), ("red", Triage.Red));

    public static ParsedEntry Read(CsvLine line, CsvHeader header, InboundMessage input)
    {
        var at = new LineFields(line, header, new Findings(input));
        if (line.Broken)
            at.Findings.Fail(IntakeErrors.BadFormat, at.Place, CsvText.BrokenLine);
        else if (line.Fields.Count != header.Count)
            at.Findings.Fail(IntakeErrors.BadFormat, at.Place, $"The line has {line.Fields.Count} fields and the header {header.Count}; a field with a separator or a line break stands in quotes.");
        if (at.Findings.Errors.Count > 0)
            return new ParsedEntry(at.Place, [], at.Findings.Errors, []);

        var patient = PatientOf(at);
        var time = TimeOf(at);
        var (value, originals) = ValueOf(at);
        var device = at.Text("device", 60);
        var number = NumberOf(at);
        var zone = ZoneOf(at);
        var comment = at.Text("comment", LongestComment, required: false);
        foreach (var unknown in header.Unknown)
            at.Findings.LeaveOut($"{at.Place}, column {unknown + 1}", "The format has no such column.");
        if (at.Findings.Errors.Count > 0)
            return new ParsedEntry(at.Place, [], at.Findings.Errors, at.Findings.Repairs);

        var measured = new Measurement(MeasurementKind.PeakFlow, time!)
        {
            Value = new Measured(value),
            Triage = zone,
            Device = new DeviceInfo(null, null, null, device, []),
            Notes = comment is null ? [] : [comment],
            Originals = originals,
        };
        var parsed = new ParsedEvent($"{device}-{number}", patient!, measured, Fingerprint(at)) { LeftOut = at.Findings.LeftOut };
        return new ParsedEntry(at.Place, [parsed], [], at.Findings.Repairs);
    }

    private static Patient? PatientOf(LineFields at)
    {
        if (at.Raw("patient") is not { } text)
        {
            at.Fail(IntakeErrors.NoPatient, "patient");
            return null;
        }

        var verdict = PatientIdPolicy.Judge(text, at.Findings.Environment);
        if (verdict.Id is null)
            at.Fail(IntakeErrors.BadNationalId, "patient", verdict.Refusal);
        else
            at.Findings.Note(verdict.Note.ToRepair(at.PathOf("patient")));
        return verdict.Id is null ? null : new Patient(verdict.Id, null, []);
    }

    private static ClinicalTime? TimeOf(LineFields at)
    {
        if (at.Text("measured", 40) is not { } text)
            return null;
        var zulu = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        if (!DateTimeOffset.TryParseExact(zulu, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            if (DateTime.TryParseExact(text, LocalTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                at.Fail(IntakeErrors.NoOffset, "measured");
            else
                at.Fail(IntakeErrors.BadFormat, "measured", "A time such as 2026-03-01T08:15:00+01:00 is expected here.");
            return null;
        }

        if (at.Findings.ClockFault(instant) is { } fault)
            at.Fail(IntakeErrors.ClockOff, "measured", fault);
        return new ClinicalTime(instant, Literal: text.Length > 16 && text[16] == ':' ? text : null);
    }

    private static (Quantity? Value, IReadOnlyList<OriginalValue> Originals) ValueOf(LineFields at)
    {
        var (text, unit) = (at.Text("pef", 30), at.Text("unit", 20));
        if (text is null || unit is null)
            return (null, []);

        // A point is never the decimal sign here: 1.234 may be a thousand and something.
        if (!Decimal().IsMatch(text) || !decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            at.Fail(IntakeErrors.NotADecimal, "pef", "A number such as 412 or 6,9 is expected here: digits, with a decimal comma where there are decimals.");
            return (null, []);
        }

        var value = ReadValue.In(number, unit, ValueRules.Of(MeasurementKind.PeakFlow), at.Findings, at.PathOf, "pef", "unit");
        return (value, value is null || value.Value == number ? [] : [new OriginalValue(null, number, unit)]);
    }

    private static string? NumberOf(LineFields at)
    {
        if (at.Text("number", 18) is not { } text)
            return null;
        if (text.All(char.IsAsciiDigit))
            return text;
        at.Fail(IntakeErrors.BadFormat, "number", "The number of the reading is written with digits only.");
        return null;
    }

    private static Triage ZoneOf(LineFields at)
    {
        if (at.Text("zone", 10, required: false) is not { } text)
            return Triage.None;
        if (!Zones.Find(text, out var zone))
            at.Fail(IntakeErrors.BadFormat, "zone", $"One of {Zones} is expected here.");
        return zone;
    }

    // Over what the line says: neither the order of the columns nor quotes nor the name of the file make another reading of it.
    private static byte[] Fingerprint(LineFields at)
    {
        var text = new StringBuilder();
        foreach (var column in CsvHeader.Columns)
        {
            var field = at.Raw(column) ?? "";
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field};");
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    [GeneratedRegex(@"^[0-9]{1,6}(?:,[0-9]{1,6})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
