using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Makes journal notes.</summary>
public static class PloNotes
{
    /// <summary>Informasjonskategori of ordinary notes.</summary>
    public const string Ordinary = "Andre notater";

    /// <summary>Informasjonskategori of what is shown as critical information.</summary>
    public const string Critical = "Cave/allergier";

    /// <summary>A text under a heading. Line breaks of every kind are written as CR LF.</summary>
    /// <param name="heading">Heading; see <see cref="PloHeadings"/>.</param>
    /// <param name="text">The text.</param>
    /// <param name="note">Merknad.</param>
    public static Journaltekst Text(CV? heading, string text, string? note = null) => new() { Overskriftskode = heading, Notat = text, Merknad = note };

    /// <summary>A journal note of texts in order.</summary>
    /// <param name="texts">The texts; at least one.</param>
    public static GenereltJournalnotat Note(params IReadOnlyList<Journaltekst> texts) =>
        new() { Komponent = new KomponentMeta { Informasjonskategori = Ordinary }, Journaltekst = texts };

    /// <summary>A note that receivers show as critical information, with headings of list 9143.</summary>
    /// <param name="texts">The texts; at least one.</param>
    public static GenereltJournalnotat CriticalNote(params IReadOnlyList<Journaltekst> texts) =>
        new() { Komponent = new KomponentMeta { Informasjonskategori = Critical }, Journaltekst = texts };

    /// <summary>A nursing section of texts in order.</summary>
    /// <param name="texts">The texts.</param>
    public static Sykepleierdokumentasjon Nursing(params IReadOnlyList<Journaltekst> texts) => new() { InfoFraSykepleier = new InfoFraSykepleier { Journaltekst = texts } };

    /// <summary>A medical section of texts in order.</summary>
    /// <param name="texts">The texts; at least one.</param>
    public static MedisinskfagligeOpplysninger Medical(params IReadOnlyList<Journaltekst> texts) => new() { GenereltJournalnotat = [Note(texts)] };
}
