using Hub.Kith.Codes;

namespace Hub.Kith.Dialog;

/// <summary>What a kind of dialog message asks for.</summary>
/// <param name="Type">Kind of message, list 8279.</param>
/// <param name="Version">Version of dialogmelding.</param>
/// <param name="IsRequest">Whether it holds requests; otherwise notes.</param>
/// <param name="Lists">Lists that the request's kind or the note's theme is taken from.</param>
public sealed record DialogProfile(string Type, DialogVersion Version, bool IsRequest, IReadOnlyList<CodeList> Lists)
{
    /// <summary>The profiles of HIS 80603, 1077, 1151 and 1152.</summary>
    public static IReadOnlyList<DialogProfile> All { get; } =
    [
        new("DIALOG_FORESPORSEL", DialogVersion.V10, true,
            [DialogLists.GeneralRequest, DialogLists.RequestToGp, DialogLists.RequestToMunicipality, DialogLists.RequestToHospital, DialogLists.JournalRequest]),
        new("DIALOG_SVAR", DialogVersion.V10, false, [DialogLists.AnswerTheme]),
        new("DIALOG_NOTAT", DialogVersion.V10, false, [DialogLists.NoteTheme]),
        new("DIALOG_AVVIK", DialogVersion.V10, false, [DialogLists.DeviationTheme]),
        new("DIALOG_HELSEFAGLIG", DialogVersion.V11, false, [DialogLists.ProfessionalTheme]),
        new("DIALOG_STATUS_HENVISNING", DialogVersion.V11, false, [DialogLists.ReferralStatus]),
    ];

    /// <summary>The profile of a kind of message, or <see langword="null"/>.</summary>
    /// <param name="type">Code of list 8279.</param>
    public static DialogProfile? Of(string? type) => All.FirstOrDefault(p => p.Type == type);
}
