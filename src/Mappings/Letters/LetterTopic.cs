namespace Hub.Mappings.Letters;

/// <summary>What a section of a letter is about, as a heading of the Volven lists that PLO uses.</summary>
/// <param name="List">Number of the list: 9141 nursing, 9142 medical, 9145 notice.</param>
/// <param name="Code">Code of the heading.</param>
/// <param name="Name">Display name of the heading.</param>
public sealed record LetterTopic(int List, string Code, string Name)
{
    /// <summary>Present problem.</summary>
    public static LetterTopic Problem { get; } = new(9142, "PROB", "Aktuell problemstilling");

    /// <summary>Findings and results.</summary>
    public static LetterTopic Findings { get; } = new(9142, "FU", "Funn og undersøkelsesresultat");

    /// <summary>Course and treatment.</summary>
    public static LetterTopic Course { get; } = new(9142, "FO", "Forløp og behandling");

    /// <summary>What comes next.</summary>
    public static LetterTopic NextSteps { get; } = new(9142, "OP", "Planer for videre oppfølging");

    /// <summary>Nursing summary.</summary>
    public static LetterTopic Summary { get; } = new(9141, "8", "Sykepleiesammenfatning");

    /// <summary>What the patient says.</summary>
    public static LetterTopic OwnView { get; } = new(9141, "13", "Pasientens egne vurderinger");

    /// <summary>Practical information.</summary>
    public static LetterTopic Practical { get; } = new(9141, "14", "Praktiske opplysninger");

    /// <summary>Anything else.</summary>
    public static LetterTopic Other { get; } = new(9141, "88", "Annet");

    /// <summary>The patient's state (notice of admission).</summary>
    public static LetterTopic State { get; } = new(9145, "1", "Pasientens status");

    /// <summary>The expected course (notice of admission).</summary>
    public static LetterTopic Expected { get; } = new(9145, "2", "Antatt forløp");

    /// <summary>Every heading of the three lists that a section may stand under.</summary>
    public static IReadOnlyList<LetterTopic> All { get; } =
    [
        Problem, Findings, Course, NextSteps, Summary, OwnView, Practical, Other, State, Expected,
        new(9142, "AAI", "Årsak til innleggelse"),
        new(9142, "FA", "Familie/sosialt"),
        new(9142, "HJ", "Funksjonsnivå/hjelpetiltak"),
        new(9142, "IP", "Informasjon til pasient/pårørende"),
        new(9142, "TS", "Tidligere sykdommer"),
        new(9142, "UTRED", "Forventet/ønsket undersøkelser/behandling"),
        new(9142, "VU", "Vurdering"),
        new(9141, "7", "Sykepleiediagnose"),
    ];

    /// <summary>The heading that a source's own heading names: by code of one of the lists, or by its words.</summary>
    /// <param name="list">Number of the list the source named; 0 for none.</param>
    /// <param name="code">The source's code, null for none.</param>
    /// <param name="words">The source's words, null for none.</param>
    /// <returns>The heading, null when it is none of them.</returns>
    public static LetterTopic? Find(int list, string? code, string? words) =>
        All.FirstOrDefault(t => t.List == list && t.Code == code)
        ?? All.FirstOrDefault(t => string.Equals(t.Name, words?.Trim(), StringComparison.OrdinalIgnoreCase));
}
