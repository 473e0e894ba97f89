using Hub.Kith.Codes;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Headings ready to use, always with text: the official viewer prints nothing else for most lists.</summary>
public static class PloHeadings
{
    /// <summary>Årsak til innleggelse. In place of the retired 9141:11.</summary>
    public static CV ReasonForAdmission { get; } = HeadingLists.Medical.Cv("AAI");

    /// <summary>Aktuell problemstilling.</summary>
    public static CV Problem { get; } = HeadingLists.Medical.Cv("PROB");

    /// <summary>Funn og undersøkelsesresultat.</summary>
    public static CV Findings { get; } = HeadingLists.Medical.Cv("FU");

    /// <summary>Forventet/ønsket undersøkelser/behandling.</summary>
    public static CV Wanted { get; } = HeadingLists.Medical.Cv("UTRED");

    /// <summary>Planer for videre oppfølging.</summary>
    public static CV FollowUp { get; } = HeadingLists.Medical.Cv("OP");

    /// <summary>Vurdering.</summary>
    public static CV Assessment { get; } = HeadingLists.Medical.Cv("VU");

    /// <summary>Forløp og behandling.</summary>
    public static CV Course { get; } = HeadingLists.Medical.Cv("FO");

    /// <summary>Sykepleiesammenfatning.</summary>
    public static CV NursingSummary { get; } = HeadingLists.Nursing.Cv("8");

    /// <summary>Pasientens egne vurderinger.</summary>
    public static CV PatientsOwnView { get; } = HeadingLists.Nursing.Cv("13");

    /// <summary>Praktiske opplysninger.</summary>
    public static CV Practical { get; } = HeadingLists.Nursing.Cv("14");

    /// <summary>Annet.</summary>
    public static CV Other { get; } = HeadingLists.Nursing.Cv("88");

    /// <summary>Pasientens status; only in Helseopplysninger.</summary>
    public static CV PatientStatus { get; } = HeadingLists.Notice.Cv("1");

    /// <summary>Antatt forløp; only in Helseopplysninger.</summary>
    public static CV ExpectedCourse { get; } = HeadingLists.Notice.Cv("2");

    /// <summary>The list of headings of a number, or <see langword="null"/>.</summary>
    /// <param name="list">Number of the list.</param>
    public static CodeList? ListOf(int list) => list switch
    {
        9141 => HeadingLists.Nursing,
        9142 => HeadingLists.Medical,
        9143 => HeadingLists.Critical,
        9145 => HeadingLists.Notice,
        _ => null,
    };

    /// <summary>The text to show above a text: DN, else that of the list, else original text or code; empty for a text without heading.</summary>
    /// <param name="heading">The heading.</param>
    public static string TextOf(CV? heading) => heading is null ? "" : heading.DN ?? ListOf(heading.List)?.TextOf(heading.V) ?? heading.OT ?? heading.V ?? "";
}
