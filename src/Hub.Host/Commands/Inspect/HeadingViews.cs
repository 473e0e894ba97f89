using Hub.Kith.Dialog;
using Hub.Kith.Plo;
using Hub.Kith.Types;

namespace Hub.Host.Commands.Inspect;

/// <summary>Headings of a document with how much stands under each.</summary>
internal static class HeadingViews
{
    /// <summary>Headings of a PLO message, wherever they stand.</summary>
    /// <param name="plo">The message.</param>
    /// <param name="discretion">What may be shown.</param>
    public static IReadOnlyList<HeadingView> Of(PloDocument plo, Discretion discretion) =>
        [.. plo.AllTexts.Select(t => Of(t.Heading, t.Text, t.Path, discretion))];

    /// <summary>Themes and requests of a dialog message.</summary>
    /// <param name="dialog">The message.</param>
    /// <param name="discretion">What may be shown.</param>
    public static IReadOnlyList<HeadingView> Of(Dialogmelding dialog, Discretion discretion) =>
    [
        .. dialog.Foresporsler.Select(f => Of(f.TypeForesp, f.Sporsmal?.ToPlain() ?? "", "/Dialogmelding/Foresporsel", discretion)),
        .. dialog.Notater.Select(n => Of(n.TemaKodet, n.TekstNotatInnhold?.ToPlain() ?? "", "/Dialogmelding/Notat", discretion)),
    ];

    private static HeadingView Of(CV? heading, string text, string path, Discretion discretion) =>
        new(heading?.List ?? 0, heading?.V, Title(heading, discretion), text.Length, path, discretion.Content(text));

    // Where there is no code, the heading itself is what somebody wrote.
    private static string Title(CV? heading, Discretion discretion) => heading switch
    {
        null => "(no heading)",
        { V: null } => discretion.Content(heading.OT) ?? "(own words)",
        _ => discretion.Masked(PloHeadings.TextOf(heading with { OT = null })),
    };
}
