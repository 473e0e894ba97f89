using Hub.Kith.Codes;
using Hub.Kith.Dialog;

namespace Hub.Mappings.Dialog;

/// <summary>Mapping <c>dialog.notat</c>: a note about a patient, dialogmelding 1.0, theme 7321:1.</summary>
public sealed class DialognotatMapping : DialogMapping
{
    /// <summary>Makes it.</summary>
    public DialognotatMapping()
        : base("dialog.notat", "DIALOG_NOTAT", DialogVersion.V10, DialogLists.NoteTheme.Cv("1"))
    {
    }
}
