using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Times that contradict each other or the time of sending.</summary>
internal static class TimingRule
{
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(24);

    public static IEnumerable<KithFinding> Check(PloChecked about)
    {
        var admitted = TimeOf(about, PloEvents.Admitted);
        foreach (var found in about.Contents.Events)
        {
            var at = found.Value.TidspunktForHendelse;
            if (admitted is not null && found.Value.Hendelsekode?.V is PloEvents.Discharged or PloEvents.Ready or PloEvents.NotReady or PloEvents.Dead && IsBefore(at, admitted))
                yield return PloChecked.Warning(PloCodes.Timing, found.Path, "The event lies before the admission.");
            if (about.SentAt is { } sent && found.Value.Anslag == false && at?.Instant > sent)
                yield return PloChecked.Warning(PloCodes.Timing, found.Path, "An event that has not happened yet is an estimate: Anslag must be true.");
        }

        if (IsDueIn24Hours(about.Document) && about.SentAt is { } sentAt && admitted?.Instant is { } arrival && sentAt - arrival > Deadline)
            yield return PloChecked.Warning(PloCodes.Timing, about.Root, "Sent later than 24 hours after the admission.");

        foreach (var service in about.Contents.Services.Where(static s => IsBefore(s.Value.Sluttdato, s.Value.Startdato)))
            yield return PloChecked.Warning(PloCodes.Timing, service.Path, "The service ends before it begins.");
    }

    private static TS? TimeOf(PloChecked about, string code) =>
        about.Contents.Events.FirstOrDefault(e => e.Value.Hendelsekode?.V == code)?.Value.TidspunktForHendelse;

    private static bool IsDueIn24Hours(PloDocument document) => document.Status == "N" && (document.Body is Innleggelsesrapport
        || document.Body is HelseopplysningerVedSoknad { TypeInnholdIMelding.TypeInnhold.V: "1" });

    private static bool IsBefore(TS? time, TS? other) =>
        time?.Instant is { } instant && other?.Instant is { } limit ? instant < limit : time?.Date is { } date && other?.Date is { } day && date < day;
}
