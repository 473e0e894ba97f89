using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Mappings.Letters;
using static Hub.Mappings.Profil.ProfilElements;

namespace Hub.Mappings.Profil;

/// <summary>A letter as <c>journalnotat</c>: type by number, title, time, author, and headed texts.</summary>
internal static class NoteElements
{
    public static XElement Of(Letter letter, HomeContent content, int type) => Make(
        "journalnotat",
        Attribute("type", type),
        Attribute("trafikklys", ProfilCodes.Light(content.Triage)),
        Text("tittel", letter.Subject),
        Time("tidspunkt", letter.Time),
        Party("forfatter", letter.Author),
        letter.Sections.Select(s => Make("avsnitt", Attribute("overskrift", s.Topic.Name), Text("tekst", s.Written) ?? Make("tekst"))));
}
