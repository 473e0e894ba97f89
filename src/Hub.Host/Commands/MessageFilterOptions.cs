using System.CommandLine;
using System.Globalization;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Host.Commands;

/// <summary>Which messages are asked for.</summary>
internal sealed class MessageFilterOptions
{
    // As the operators' API names them.
    private static readonly (string Option, string Name, string Text, string Help)[] Plain =
    [
        ("--tenant", "tenant", "Of this tenant", "NAME"),
        ("--source", "source", "Sent by this partner", "NAME"),
        ("--partner", "partner", "With a delivery to this partner", "NAME"),
        ("--route", "route", "With a delivery by this route", "NAME"),
        ("--content", "content", "Of this content, such as measurement", "KIND"),
        ("--triage", "triage", "Of this triage, such as red", "TRIAGE"),
        ("--state", "state", "With a delivery in this state, such as deadLettered", "STATE"),
        ("--error", "error", "With a delivery that failed with this code", "CODE"),
        ("--correlation", "correlation", "Tied together by this", "TEXT"),
        ("--from", "from", "Taken in at this time or later, such as 2026-03-01T08:15:00Z", "TIME"),
        ("--to", "to", "Taken in before this time", "TIME"),
        ("--before", "before", "Older than this message: the last of the page before", "MESSAGE"),
    ];

    private static readonly (string Option, string Name, string Text, string Help)[] Posted =
    [
        ("--source-id", "sourceId", "With this id at its --source", "ID"),
        ("--external-id", "externalId", "With this id outside: ebXML MessageId or conversation, KITH MsgId or document id, receipt", "ID"),
    ];

    private readonly Dictionary<string, Option<string?>> _texts = Plain.Concat(Posted).ToDictionary(
        o => o.Name, o => new Option<string?>(o.Option) { Description = o.Text, HelpName = o.Help }, StringComparer.Ordinal);

    private readonly Option<bool> _patient = new("--patient") { Description = "About a patient: the id is read from standard input, since command lines are seen by others; needs --tenant" };
    private readonly Option<string?> _since = new("--since") { Description = "Taken in within this time, such as 24h or 7d", HelpName = "TIME" };
    private readonly Option<int> _limit = Shared.Number("--limit", "At most so many, 1 to 200", 50, 1, 200);

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in _texts.Values.Append<Option>(_patient).Append(_since).Append(_limit))
            command.Options.Add(option);
    }

    /// <summary>Whether a patient's id is to be read.</summary>
    /// <param name="parsed">The command line.</param>
    /// <returns>True when it is.</returns>
    public bool AsksForPatient(ParseResult parsed) => parsed.GetValue(_patient);

    /// <summary>Reads what is asked.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="input">Where the patient is read from.</param>
    /// <param name="now">The time.</param>
    /// <returns>What is asked, or what is wrong.</returns>
    public Result<AskedMessages> Read(ParseResult parsed, TextReader input, DateTimeOffset now)
    {
        var values = _texts.Select(o => (o.Key, Value: parsed.GetValue(o.Value))).Where(o => o.Value is not null).ToDictionary(o => o.Key, o => o.Value!, StringComparer.Ordinal);
        if (parsed.GetValue(_since) is { } since)
        {
            if (values.ContainsKey("from") || !DurationText.TryParse(since, out var length) || length > TimeSpan.FromDays(36_500))
                return ConfigErrors.BadValue.At("--since", "Must be a length of time such as 7d, without --from");
            values["from"] = (now - length).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        }

        values["limit"] = parsed.GetValue(_limit).ToString(CultureInfo.InvariantCulture);
        var isPosted = Posted.Any(p => values.ContainsKey(p.Name));
        if (!parsed.GetValue(_patient))
            return new AskedMessages(values, isPosted);
        if (!values.ContainsKey("tenant"))
            return ConfigErrors.Missing.At("--tenant", "A patient is found within one tenant");
        if (input.ReadLine()?.Trim() is not { Length: > 0 } patient)
            return ConfigErrors.Missing.At("--patient", "There is no id on standard input");
        values["patient"] = patient;
        return new AskedMessages(values, true);
    }
}

/// <summary>What is asked of the operators' API.</summary>
/// <param name="Values">By name.</param>
/// <param name="IsPosted">Whether it must stand in the body.</param>
internal sealed record AskedMessages(IReadOnlyDictionary<string, string> Values, bool IsPosted)
{
    /// <summary>It in an address.</summary>
    public string Query => "?" + string.Join('&', Values.Select(v => $"{v.Key}={Uri.EscapeDataString(v.Value)}"));
}
