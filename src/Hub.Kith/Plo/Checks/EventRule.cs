namespace Hub.Kith.Plo;

/// <summary>Events of each use of Pasientlogistikk, by list 9121.</summary>
internal static class EventRule
{
    public static IEnumerable<KithFinding> Check(PloChecked about)
    {
        foreach (var found in about.Contents.Events.Where(static e => e.Value.Hendelsekode?.V is null && string.IsNullOrWhiteSpace(e.Value.BeskrivelseAvHendelse)))
            yield return PloChecked.Error(PloCodes.Events, found.Path, "The event has neither code nor text.");

        var (asked, allowed) = Of(about.Type);
        if (asked.Length == 0 && allowed.Length == 0) yield break;
        var codes = about.Contents.Events.Select(static e => e.Value.Hendelsekode?.V).ToList();
        foreach (var code in asked.Where(c => !codes.Contains(c)))
            yield return PloChecked.Error(PloCodes.Events, about.Root, $"Event {code} of list 9121 ({PloLists.Event.TextOf(code)}) is missing.");
        foreach (var code in allowed.Where(c => !codes.Contains(c)))
            yield return PloChecked.Warning(PloCodes.Events, about.Root, $"Event {code} of list 9121 ({PloLists.Event.TextOf(code)}) is usually sent.");
        foreach (var found in about.Contents.Events.Where(e => e.Value.Hendelsekode?.V is { } v && !asked.Contains(v) && !allowed.Contains(v)))
            yield return PloChecked.Warning(PloCodes.Events, found.Path, "The event does not belong to this type of message.");
    }

    // Asked for, and those that usually come with them.
    private static (string[] Asked, string[] Usual) Of(PloType type) => type switch
    {
        PloType.InnlagtPasient => ([PloEvents.Admitted], []),
        PloType.UtskrivningsklarPasient => ([PloEvents.Ready], [PloEvents.Admitted]),
        PloType.AvmeldingUtskrivningsklar => ([PloEvents.NotReady], [PloEvents.Admitted, PloEvents.Ready]),
        PloType.UtskrevetPasient => ([PloEvents.Discharged], []),
        PloType.Dodsfall => ([PloEvents.Dead], []),
        _ => ([], []),
    };
}
