namespace Hub.Kith.Plo;

/// <summary>
/// Checks what no schema can: who is responsible, codes, headings, events and times of each type (HIS 80704, HIS 1143 to 1149, HITS 1174, HIS 1154).
/// None of the findings is a ground for a negative AppRec; they tell a sender what to mend and a receiver what to look at.
/// </summary>
public static class PloChecks
{
    /// <summary>Checks a message.</summary>
    /// <param name="document">The message.</param>
    /// <param name="sentAt">GenDate of the MsgHead; <see langword="null"/> leaves out the rules that need it.</param>
    public static IReadOnlyList<KithFinding> Check(PloDocument document, DateTimeOffset? sentAt = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var about = new PloChecked(document, sentAt);
        return
        [
            .. StatusRule.Check(about), .. ResponsibleRule.Check(about), .. ContentKindRule.Check(about), .. EventRule.Check(about),
            .. TimingRule.Check(about), .. HeadingRule.Check(about), .. RequiredHeadingRule.Check(about), .. CodeUseRule.Check(about),
            .. ComponentIdRule.Check(about), .. ChoiceRule.Check(about),
        ];
    }
}
