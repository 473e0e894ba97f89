using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Plo;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Messages;

/// <summary>Compares what a written document says, read back, with what was to be said.</summary>
public static class LetterCheck
{
    /// <summary>Lines of the letter that the document does not say.</summary>
    /// <param name="letter">What was to be said.</param>
    /// <param name="document">The document as written.</param>
    /// <returns>The lines that are missing; empty when nothing was lost.</returns>
    public static IReadOnlyList<string> Missing(Letter letter, ReadOnlyMemory<byte> document)
    {
        var said = Texts(document).SelectMany(Lines).ToHashSet(StringComparer.Ordinal);
        return [.. letter.Sections.SelectMany(s => Lines(s.Written)).Where(l => !said.Contains(l))];
    }

    /// <summary>Where a document leaves out something that was to be said, without the words: they are a patient's.</summary>
    /// <param name="letter">What was to be said.</param>
    /// <param name="document">The document as written.</param>
    /// <returns>Section and line, counted from 1; empty when nothing was lost.</returns>
    public static IReadOnlyList<string> MissingPlaces(Letter letter, ReadOnlyMemory<byte> document)
    {
        var said = Texts(document).SelectMany(Lines).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. letter.Sections.SelectMany((section, s) => Lines(section.Written)
                .Select((line, l) => (Line: line, Place: FormattableString.Invariant($"section {s + 1}, line {l + 1} of the letter")))
                .Where(p => !said.Contains(p.Line)).Select(p => p.Place)),
        ];
    }

    /// <summary>The texts of a document: journal texts of PLO, remarks of services, texts of dialogues.</summary>
    /// <param name="document">A MsgHead with PLO or dialogmelding.</param>
    /// <returns>The texts in their order; empty when it is neither.</returns>
    public static IReadOnlyList<string> Texts(ReadOnlyMemory<byte> document)
    {
        var business = MessageReader.Read(document).Message?.BusinessDocument;
        if (business is null)
            return [];
        if (DialogReader.Read(business).Dialog is { } dialog)
            return [.. dialog.Notater.Select(n => n.TekstNotatInnhold?.ToPlain() ?? "")];
        if (PloReader.Read(business).Document is not { } plo)
            return [];
        var contents = PloContents.Of(plo);
        return [.. contents.Texts.Select(t => t.Text), .. contents.Services.Select(s => s.Value.OpplysningerOmTjenesten ?? "")];
    }

    // Control characters are replaced in writing; blanks at the ends of lines say nothing.
    private static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(l => Kith.Xml.XmlText.Replace(l).Trim()).Where(l => l.Length > 0);
}
