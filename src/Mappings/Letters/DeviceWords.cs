using System.Globalization;
using Hub.Core.Content;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;

namespace Hub.Mappings.Letters;

/// <summary>An event of a device in Norwegian words, for journals and letters alike.</summary>
internal static class DeviceWords
{
    /// <summary>What it is, in a few words.</summary>
    public static string Title(DeviceEvent content) => content.Type switch
    {
        DeviceEventType.Dispensed => "Medisinutlevering",
        DeviceEventType.Supervision => "Digitalt tilsyn",
        DeviceEventType.Position => "Posisjon",
        _ => content.Service is { } service && Services(service) is { } name ? $"Varsel fra {name}" : "Varsel fra velferdsteknologi",
    };

    /// <summary>What happened, line by line.</summary>
    public static IEnumerable<string> Event(DeviceEvent content)
    {
        var lines = new LetterLines();
        lines.Add("Hendelse", content.Code is { } code ? ConceptWords.Of(code) : Title(content));
        lines.Add("Tidspunkt", Times.Of(content.Time));
        lines.Add("Tjeneste", content.Service is { } service ? Services(service) ?? service : null);
        lines.Add("Alvorlighet", JournalWords.Light(content.Triage));
        lines.Add("Alvorlighetsgrad", content.Severity is { } level ? Level(level) : null);
        lines.Add("Tilsynsform", content.Mode is { } mode ? ConceptWords.Of(mode) : null);
        lines.Add("Årsak til tilsyn", content.Reason is { } reason ? ConceptWords.Of(reason) : null);
        lines.Add("Beskrivelse", content.Text);
        if (content.Dispensing is { } dispensing)
            Medicine(dispensing, lines);
        lines.Add("Posisjon", content.Position is { } position ? Position(position) : null);
        if (content.Device is { } d)
            lines.Add("Utstyr", string.Join(", ", new[] { d.Name, d.Manufacturer, d.Model, d.Serial }.Where(w => FhirWords.Text(w) is not null)));
        return lines.Any ? lines.Text.Split('\n') : [];
    }

    /// <summary>What was done about it, line by line; none where nothing is known.</summary>
    public static IEnumerable<string> FollowUp(DeviceEvent content)
    {
        foreach (var step in content.Steps)
        {
            var words = step.Code.Codings.Count == 0 && FhirWords.Text(step.Code.Text) is null ? FhirWords.Text(step.Text) ?? "" : StepWords(step);
            yield return step.At is { } at ? $"{Times.Of(at)}: {words}" : words;
        }

        if (content.Responder is { } by)
            yield return $"{(content.Type == DeviceEventType.Alarm ? "Håndtert av" : "Utført av")}: {Parties.Of(by)}";
    }

    /// <summary>A service by VKP's short code; null for one that VKP does not have.</summary>
    public static string? Services(string service) => service switch
    {
        "ta" => "trygghetsalarm",
        "gps" => "lokaliseringsteknologi",
        "md" => "medisindispenser",
        "dt" => "digitalt tilsyn",
        "dho" => "digital hjemmeoppfølging",
        "rt" => "responstjeneste",
        _ => null,
    };

    /// <summary>A position: <c>59,9216712 nord, 10,6861143 øst (WGS 84), innenfor 5 m</c>.</summary>
    public static string Position(GeoPosition position)
    {
        var place = $"{FhirWords.Number(Math.Abs(position.Latitude))} {(position.Latitude < 0 ? "sør" : "nord")}, {FhirWords.Number(Math.Abs(position.Longitude))} {(position.Longitude < 0 ? "vest" : "øst")} (WGS 84)";
        return position.AccuracyMeters is { } meters ? $"{place}, innenfor {FhirWords.Number(meters)} m" : place;
    }

    private static string StepWords(NoteEvent step) => FhirWords.Text(step.Text) is { } text ? $"{ConceptWords.Of(Named(step.Code))}: {text}" : ConceptWords.Of(Named(step.Code));

    // A step of VKP that came as a bare number is called by its name.
    private static Concept Named(Concept code) => code with
    {
        Codings = [.. code.Codings.Select(c => c.System == CodeSystems.VkpCompositionEvent && FhirWords.Text(c.Display) is null && VkpCompositionEvents.Terms.Find(c.Code) is { } term ? c with { Display = term.Display } : c)],
    };

    private static string Level(int level)
    {
        var number = level.ToString(CultureInfo.InvariantCulture);
        return VkpSeverityLevels.Terms.Find(number) is { } term ? $"{number} ({term.Display.ToLowerInvariant()})" : number;
    }

    private static void Medicine(Dispensing dispensing, LetterLines lines)
    {
        lines.Add("Legemiddel", dispensing.Medication is { } medicine ? ConceptWords.Of(medicine) : null);
        lines.Add("Planlagt", dispensing.Planned is { } planned ? Times.Of(planned) : null);
        lines.Add("Mengde", dispensing.Amount is { } amount ? Values.Of(amount) : null);
        lines.Add("Pose eller rull", dispensing.Container);
    }
}
