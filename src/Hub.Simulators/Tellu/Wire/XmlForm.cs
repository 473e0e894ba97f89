using System.Globalization;
using System.Xml;
using Hub.Kith.Types;

namespace Hub.Simulators.Tellu;

/// <summary>XML: numbers have a decimal comma, times are Norwegian local time (with the offset only in the hour that comes twice).</summary>
internal sealed class XmlForm(XmlWriter xml) : IEntryForm
{
    public void Text(string name, string? text)
    {
        if (text is not null)
            xml.WriteElementString(name, text);
    }

    public void Number(string name, decimal? number)
    {
        if (number is { } value)
            xml.WriteElementString(name, value.ToString(CultureInfo.InvariantCulture).Replace('.', ','));
    }

    public void Time(string name, DateTimeOffset? time)
    {
        if (time is not { } at)
            return;
        var local = at.ToOffset(NorwegianTime.OffsetAt(at));
        var twice = NorwegianTime.OffsetAt(at.AddHours(1)) < local.Offset || NorwegianTime.OffsetAt(at.AddHours(-1)) > local.Offset;
        xml.WriteElementString(name, local.ToString(twice ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture));
    }

    public void Yes(string name, bool value) => xml.WriteElementString(name, value ? "true" : "false");

    public void Object(string name, Action write)
    {
        xml.WriteStartElement(name);
        write();
        xml.WriteEndElement();
    }

    public void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        foreach (var item in items)
            Object(name, () => write(item));
    }
}
