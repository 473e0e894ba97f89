using Hub.Kith.Codes;
using Hub.Kith.Dialog;

namespace Hub.Mappings.Dialog;

/// <summary>Mapping <c>dialog.helsefaglig</c>: helsefaglig dialog, dialogmelding 1.1 (HIS 1077), theme 7322:6 Henvendelse om pasient.</summary>
public sealed class HelsefagligDialogMapping : DialogMapping
{
    /// <summary>Makes it.</summary>
    public HelsefagligDialogMapping()
        : base("dialog.helsefaglig", "DIALOG_HELSEFAGLIG", DialogVersion.V11, DialogLists.ProfessionalTheme.Cv("6"))
    {
    }
}
