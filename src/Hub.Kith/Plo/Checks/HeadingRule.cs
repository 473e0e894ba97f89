namespace Hub.Kith.Plo;

/// <summary>Headings: known, with text, and in a section where receivers look for them. A deviation never hides a text; it is told so that the sender can mend it.</summary>
internal static class HeadingRule
{
    public static IEnumerable<KithFinding> Check(PloChecked about) => about.Contents.Texts.SelectMany(t => Check(about.Type, t));

    private static IEnumerable<KithFinding> Check(PloType type, JournalEntry text)
    {
        if (string.IsNullOrWhiteSpace(text.Text)) yield return PloChecked.Warning(PloCodes.Heading, text.Path, "The text is empty.");
        if (text.Heading is not { } heading) yield break;
        var path = text.Path + "/Overskriftskode";
        if (heading.V is not null && string.IsNullOrWhiteSpace(heading.DN)) yield return PloChecked.Warning(PloCodes.HeadingText, path, "The heading has no DN; receivers may show none.");
        if (heading.Is(9141, "11"))
        {
            yield return PloChecked.Warning(PloCodes.Heading, path, "Heading 11 of list 9141 is retired; AAI of list 9142 takes its place.");
        }
        else if (PloHeadings.ListOf(heading.List) is not { } list)
        {
            yield return PloChecked.Warning(PloCodes.Heading, path, "The heading is not of list 9141, 9142, 9143 or 9145.");
        }
        else if (!list.Has(heading.V))
        {
            yield return PloChecked.Warning(PloCodes.Heading, path, $"List {list.Number} does not have this heading.");
        }

        if (!HeadingPlaces.IsExpected(type, heading, text.Section))
            yield return PloChecked.Warning(PloCodes.HeadingPlace, path, "The heading is not expected in this section.");
    }
}
