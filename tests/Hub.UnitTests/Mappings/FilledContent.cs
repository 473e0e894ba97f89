using System.Collections;
using Hub.Core.Content;

namespace Hub.UnitTests.Mappings;

/// <summary>Builds contents by reflection with something in every property, each text and number unlike all others, so that a property nobody thought of shows.</summary>
internal sealed class FilledContent
{
    private readonly List<(string Path, string Marker)> _markers = [];
    private int _next = 1000;

    /// <summary>Property paths with the text that must be found again.</summary>
    public IReadOnlyList<(string Path, string Marker)> Markers => _markers;

    /// <summary>Paths of every property that was filled, in the words of the ledger (list positions left out).</summary>
    public HashSet<string> Paths { get; } = new(StringComparer.Ordinal);

    /// <summary>A content with every property filled.</summary>
    public HomeContent Build(Type type) => (HomeContent)Fill(type, "", 0)!;

    private object? Fill(Type type, string path, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return Text(path);
        if (type == typeof(decimal))
            return Number(path);
        if (type == typeof(int))
            return (int)Number(path);
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 3, 1, 8, 15, 0, TimeSpan.FromHours(1)).AddSeconds(_next++ % 3600);
        if (type.IsEnum)
            return type == typeof(TimePrecision) ? TimePrecision.Instant : Enum.GetValues(type).GetValue(1);
        if (type == typeof(IReadOnlyDictionary<string, string>))
            return new Dictionary<string, string> { ["conversation"] = Text($"{path}.conversation") };
        if (type == typeof(ReadOnlyMemory<byte>))
            return new ReadOnlyMemory<byte>(System.Text.Encoding.UTF8.GetBytes(Text(path)));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return List(type.GetGenericArguments()[0], path, depth);
        return type.IsAbstract ? null : Record(type, path, depth);
    }

    private Array List(Type item, string path, int depth)
    {
        // A content inside itself (nested sections, nested questions, attached contents) is filled to a few levels only.
        var element = depth > 5 ? null : Fill(item, path, depth + 1);
        var array = Array.CreateInstance(item, element is null ? 0 : 1);
        if (element is not null)
            array.SetValue(element, 0);
        return array;
    }

    private object Record(Type type, string path, int depth)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First(c => c.GetParameters() is not [{ ParameterType: var only }] || only != type);
        var arguments = constructor.GetParameters().Select(p => Value(p.Name!, p.ParameterType, type, path, depth)).ToArray();
        var record = constructor.Invoke(arguments);
        var inConstructor = constructor.GetParameters().Select(p => p.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && !inConstructor.Contains(p.Name)))
            property.SetValue(record, Value(property.Name, property.PropertyType, type, path, depth));
        return record;
    }

    private object? Value(string name, Type type, Type owner, string path, int depth)
    {
        var full = path.Length == 0 ? name : $"{path}.{name}";
        var value = (owner.Name, name) switch
        {
            ("Measurement", "What") => MeasurementKind.Other,
            ("Measurement", "Status") => "final",
            ("SelfTreatmentPlan", "Status") => "active",
            ("QuestionnaireAnswers", "Status") => "completed",
            ("FormScore" or "ZoneThreshold", "What") => MeasurementKind.CatScore,
            ("ZoneThreshold", "Component") => null,
            ("Quantity", "Comparator") => null,
            ("ClinicalTime", "Literal") => null,
            ("Threshold" or "ZoneThreshold", "Low" or "High") or ("OriginalValue", "Unit") => Fill(type, full, depth),
            // Exactly one member of these is set; the others have their own tests.
            ("Measured", "Quantity") or ("Answer", "Quantity") => Fill(type, full, depth),
            ("Measured", _) or ("Answer", _) => null,
            // Read by the receipt: a document that can be answered; a message that means something for follow-up; a code of the list.
            ("ClinicalMessage", "Document") => SampleClinical.Document,
            ("ClinicalMessage", "MessageType") => "LOG_INNLAGT",
            ("ClinicalMessage", "Dispatch") => "N",
            ("ClinicalAttachment", "MediaType") => "application/pdf",
            ("Party", "Role") => PartyRole.Practitioner,
            ("JournalNote", "Sections") or ("CareHandover", "Summary") => Headed(full, depth),
            ("JournalNote", "Attached") => new HomeContent[] { (HomeContent)Fill(typeof(Measurement), full, depth + 4)! },
            _ => depth > 12 ? null : Fill(type, full, depth + 1),
        };
        if (value is not null && !(value is IList { Count: 0 }))
            Paths.Add(full);
        return value;
    }

    // With the headings that some message types demand.
    private NoteSection[] Headed(string path, int depth) =>
    [
        (NoteSection)Fill(typeof(NoteSection), path, depth + 1)!,
        .. new[] { "Aktuell problemstilling", "Planer for videre oppfølging", "Sykepleiesammenfatning", "Praktiske opplysninger", "Pasientens status", "Antatt forløp" }
            .Select(h => new NoteSection(h, null, Text($"{path}.Text"), [])),
    ];

    private string Text(string path)
    {
        var marker = $"m{_next++}x";
        _markers.Add((path, marker));
        return marker;
    }

    private decimal Number(string path)
    {
        var number = _next++;
        _markers.Add((path, number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return number;
    }
}
