using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A Journaltekst with where it stood.</summary>
/// <param name="Path">Path from the root of the PLO message.</param>
/// <param name="Section">Element below the root that holds it, such as Sykepleierdokumentasjon.</param>
/// <param name="Heading">Overskriftskode: list, code and text; <see langword="null"/> for a text without heading.</param>
/// <param name="Text">The text (Notat).</param>
/// <param name="Note">Merknad, or <see langword="null"/>.</param>
/// <param name="Category">Informasjonskategori of the component around it, such as Cave/allergier.</param>
public sealed record JournalEntry(string Path, string Section, CV? Heading, string Text, string? Note, string? Category);
