using System.Globalization;
using System.Xml.Linq;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Profil.Reading;

/// <summary>An element whose parts are read once. Faults go to the findings with their path; what nobody asked for is told by <see cref="Close"/>.</summary>
internal sealed class XmlNode(XElement element, string path, Findings findings)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public Findings Findings => findings;

    public string Name => element.Name.LocalName;

    public string Path => path;

    public bool Has(string name) => element.Element(ProfilXml.Space + name) is not null;

    public void Fail(ErrorDefinition error, string? part = null, string? detail = null) => findings.Fail(error, part is null ? path : $"{path}/{part}", detail);

    /// <summary>The element of a name; null when there is none.</summary>
    public XmlNode? Child(string name, bool required = false)
    {
        var found = Children(name);
        if (found.Count > 1)
            Fail(IntakeErrors.DuplicateProperty, name, "This element may stand once only.");
        if (found.Count == 0 && required)
            Fail(IntakeErrors.Missing, name);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>Every element of a name, in order.</summary>
    public IReadOnlyList<XmlNode> Children(string name)
    {
        _asked.Add(name);
        var found = element.Elements(ProfilXml.Space + name).ToArray();
        return [.. found.Select((e, i) => new XmlNode(e, found.Length == 1 ? $"{path}/{name}" : string.Create(CultureInfo.InvariantCulture, $"{path}/{name}[{i + 1}]"), findings))];
    }

    /// <summary>The text of a child; null when there is none or it is blank.</summary>
    public string? Text(string name, bool required = false, int longest = 100_000)
    {
        var text = Child(name, required)?.Value(longest);
        if (text is null && required && Has(name))
            Fail(IntakeErrors.Missing, name, "The text is empty.");
        return text;
    }

    /// <summary>The text of the element itself; null when it is blank.</summary>
    public string? Value(int longest = 100_000)
    {
        if (string.IsNullOrWhiteSpace(element.Value))
            return null;
        if (element.Value.Length <= longest)
            return element.Value;
        Fail(IntakeErrors.BadFormat, null, $"The text is longer than {longest} characters.");
        return null;
    }

    /// <summary>An attribute; null when there is none or it is blank.</summary>
    public string? Attribute(string name, bool required = false, int longest = 1000)
    {
        _asked.Add($"@{name}");
        var text = element.Attribute(name)?.Value;
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required)
                Fail(IntakeErrors.Missing, $"@{name}");
            return null;
        }

        if (text.Length <= longest)
            return text;
        Fail(IntakeErrors.BadFormat, $"@{name}", $"The text is longer than {longest} characters.");
        return null;
    }

    /// <summary>One of the numbers that an attribute may have, as what it means.</summary>
    public T? Code<T>(string name, bool required, params ReadOnlySpan<(string Number, T Meaning)> codes)
        where T : struct
    {
        return Attribute(name, required) is { } text ? Meaning($"@{name}", text, codes) : null;
    }

    /// <summary>One of the numbers that the text of a child may be, as what it means.</summary>
    public T? TextCode<T>(string name, params ReadOnlySpan<(string Number, T Meaning)> codes)
        where T : struct => Text(name)?.Trim() is { } text ? Meaning(name, text, codes) : null;

    /// <summary>A decimal in an attribute, digits kept.</summary>
    public decimal? Number(string name, bool required = false)
    {
        if (Attribute(name, required) is not { } text)
            return null;
        if (text.Length <= 28 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Fail(IntakeErrors.NotADecimal, $"@{name}");
        return null;
    }

    /// <summary>The Norwegian local time in the element itself.</summary>
    public DateTimeOffset? Instant()
    {
        var summer = Attribute("sommertid");
        var at = LocalTime.Read(element.Value.Trim(), summer is null ? null : summer is "true" or "1", out var fault);
        if (at is null)
            Fail(ProfilErrors.LocalTime, null, fault);
        return at;
    }

    /// <summary>A time or period (<c>fra</c>, <c>til</c>), as exact as it is known.</summary>
    public ClinicalTime? Time()
    {
        var (start, end) = (Child("fra", required: true)?.Moment(), Child("til")?.Moment());
        Close();
        return start is not { } s ? null : new ClinicalTime(s.At, s.Precision, end?.At);
    }

    /// <summary>Tells of parts that nobody asked for: refused in strict mode, listed as left out in lenient mode.</summary>
    public void Close()
    {
        var unknown = element.Elements().Where(e => e.Name.Namespace != ProfilXml.Space || !_asked.Contains(e.Name.LocalName)).Select(e => Shown(e.Name.LocalName))
            .Concat(element.Attributes().Where(a => !a.IsNamespaceDeclaration && !_asked.Contains($"@{a.Name.LocalName}")).Select(a => $"@{Shown(a.Name.LocalName)}"));
        foreach (var name in unknown.Distinct(StringComparer.Ordinal))
        {
            if (findings.Lenient)
                findings.LeaveOut($"{path}/{name}", "The format has no such part.");
            else
                Fail(IntakeErrors.UnknownField, name);
        }
    }

    // A number that is not known must not read as the harmless one.
    private T? Meaning<T>(string part, string text, ReadOnlySpan<(string Number, T Meaning)> codes)
        where T : struct
    {
        foreach (var (number, meaning) in codes)
        {
            if (number == text)
                return meaning;
        }

        Fail(IntakeErrors.UnknownKind, part, "The code list has no such number.");
        return null;
    }

    private (DateTimeOffset At, TimePrecision Precision)? Moment()
    {
        var text = element.Value.Trim();
        foreach (var (form, precision) in new[] { ("yyyy", TimePrecision.Year), ("yyyy-MM", TimePrecision.Month), ("yyyy-MM-dd", TimePrecision.Day) })
        {
            if (DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return (new DateTimeOffset(date, TimeSpan.Zero), precision);
        }

        return Instant() is { } at ? (at, TimePrecision.Instant) : null;
    }

    private static string Shown(string name) => JsonText.ShownName(System.Text.Encoding.UTF8.GetBytes(name));
}
