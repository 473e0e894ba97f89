using System.Globalization;

namespace Hub.Simulators.Gerica;

/// <summary>A FHIR dateTime with a time of day must have its offset (FHIR R4 datatypes, dateTime).</summary>
internal static class TimeCheck
{
    public static void Check(string text, string path, List<Complaint> complaints)
    {
        if (!DateTimeOffset.TryParse(text.Length == 4 ? $"{text}-01-01" : text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            complaints.Add(new(path, "is not a time"));
        var clock = text.IndexOf('T', StringComparison.Ordinal);
        if (clock > 0 && !text.EndsWith('Z') && text.IndexOfAny(['+', '-'], clock) < 0)
            complaints.Add(new(path, "has no offset"));
    }
}
