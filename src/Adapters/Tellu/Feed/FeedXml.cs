using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Hub.Adapters.Tellu.Reading;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Feed;

/// <summary>A page of the feed, or of an answer, in the XML form. Each entry is written anew as UTF-8, since the page's declaration does not go with it.</summary>
internal static partial class FeedXml
{
    public static Result<FeedText> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray(), writable: false), EntryXml.Settings);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.Name != "feed")
                return LookupErrors.Unreadable.At("/", "The page is no feed");
            return Children(reader);
        }
        catch (Exception e) when (EntryXml.IsExpected(e))
        {
            var fault = EntryXml.ErrorOf(e, body.Span);
            return LookupErrors.Unreadable.At(fault.Path, $"The page cannot be read: {fault.Text}");
        }
    }

    private static Result<FeedText> Children(XmlReader reader)
    {
        var entries = new List<FeedItem>();
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        reader.ReadStartElement();
        while (reader.MoveToContent() == XmlNodeType.Element)
        {
            if (reader.Name == "entry")
                entries.Add(Item(reader.ReadOuterXml(), entries.Count + 1));
            else if (reader.Name is "cursor" or "more" or "until")
                told[reader.Name] = reader.ReadElementContentAsString().Trim();
            else
                reader.Skip();
        }

        // What is behind the last entry is read too: a page that was cut off does not end as one.
        while (reader.Read())
        {
        }

        return FeedText.Of(entries, told.GetValueOrDefault("cursor"), told.GetValueOrDefault("more") is "true" or "1", told.GetValueOrDefault("until"));
    }

    private static FeedItem Item(string xml, int number) =>
        new(FeedText.Label(EntryId().Match(xml) is { Success: true } id ? id.Groups[1].Value : null, number), Encoding.UTF8.GetBytes(xml), "application/xml");

    [GeneratedRegex(@"<entryId>\s*([^<\s]{1,120})\s*</entryId>", RegexOptions.CultureInvariant)]
    private static partial Regex EntryId();
}
