using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>
/// Headings that the profiles ask for. Official samples lack some of them, so a missing one is a warning. A cancellation needs none; Helseopplysninger
/// of kind 1 carry the notice, those of kind 2 the nursing headings.
/// </summary>
internal static class RequiredHeadingRule
{
    public static IEnumerable<KithFinding> Check(PloChecked about)
    {
        if (about.Document.Status == "C") return [];
        return Of(about.Document.Body)
            .Where(h => !about.Contents.Texts.Any(t => t.Heading is { } heading && heading.Is(h.List, h.V!)))
            .Select(h => PloChecked.Warning(PloCodes.HeadingMissing, about.Root, $"The profile asks for heading {h.V} of list {h.List} ({h.DN})."));
    }

    private static CV[] Of(PloBody body) => body switch
    {
        Innleggelsesrapport => [PloHeadings.ReasonForAdmission, PloHeadings.NursingSummary, PloHeadings.Practical],
        HelseopplysningerVedSoknad { TypeInnholdIMelding.TypeInnhold.V: "2" } => [PloHeadings.NursingSummary, PloHeadings.Practical],
        HelseopplysningerVedSoknad => [PloHeadings.PatientStatus, PloHeadings.ExpectedCourse],
        OverforingMedisinskeOpplysninger => [PloHeadings.Problem, PloHeadings.Findings, PloHeadings.Wanted, PloHeadings.Practical],
        TverrfagligEpikrise => [PloHeadings.Problem, PloHeadings.FollowUp, PloHeadings.NursingSummary, PloHeadings.Practical],
        _ => [],
    };
}
