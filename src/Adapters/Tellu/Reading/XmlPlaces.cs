using System.Text.RegularExpressions;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>Says where in the XML something was found: <c>$.reading.comp[0].num</c> is <c>/entry/reading/comp[1]/num</c>.</summary>
internal static partial class XmlPlaces
{
    public static ParsedEntry Of(ParsedEntry entry) => entry with
    {
        Events = [.. entry.Events.Select(e => e with { LeftOut = [.. e.LeftOut.Select(l => new LeftOut(Of(l.Path), l.Reason))] })],
        Errors = [.. entry.Errors.Select(e => e with { Path = e.Path is null ? null : Of(e.Path), Text = TextOf(e) })],
        Repairs = [.. entry.Repairs.Select(r => r with { Path = Of(r.Path) })],
    };

    private static string TextOf(HubError error) =>
        error.Code == IntakeErrors.NotADecimal.Code && error.Text == IntakeErrors.NotADecimal.Title ? "A number such as 36,7 is expected here: digits with a decimal comma." : error.Text;

    private static string Of(string path) => !path.StartsWith('$') ? path
        : "/entry" + Index().Replace(path[1..].Replace('.', '/'), m => $"[{int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) + 1}]");

    [GeneratedRegex(@"\[([0-9]{1,6})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}
