namespace Hub.Kith.Plo;

/// <summary>Choices: exactly one kind of appointment; a keyword or a text for an earlier illness; the main diagnosis first.</summary>
internal static class ChoiceRule
{
    public static IEnumerable<KithFinding> Check(PloChecked about)
    {
        foreach (var found in about.All<InfoKontrolltime>())
        {
            var time = found.Value;
            var count = (time.InformasjonOmTime is null ? 0 : 1) + (time.KontrolltimeBestill is null ? 0 : 1) + (time.InformasjonOmTentativTime is null ? 0 : 1);
            if (count != 1) yield return PloChecked.Error(PloCodes.Choice, found.Path, "Exactly one kind of appointment must be given.");
        }

        foreach (var found in about.All<InfoTidligereSykdommer>().Where(static f => f.Value is { TidligereSykdomFragment: null, Journaltekst: null }))
            yield return PloChecked.Warning(PloCodes.Choice, found.Path, "An earlier illness needs a keyword, a text, or both.");

        foreach (var found in about.All<InfoMedisinskDiagnose>().Where(static f => f.Value.MedisinskDiagnose.Skip(1).Any(static d => d.Hoveddiagnose == true)))
            yield return PloChecked.Warning(PloCodes.Choice, found.Path, "The main diagnosis must stand first.");
    }
}
