using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>Chat lines that a nurse picked out for the journal.</summary>
internal static class ChatStory
{
    private static readonly string[] Asked =
    [
        "Hei! Hvordan har natten vært?", "Jeg ser at målingen er litt lav i dag. Kjenner du noe til det?", "Har du tatt medisinen som avtalt?", "Vil du at jeg ringer deg?",
    ];

    private static readonly string[] Answered =
    [
        "Litt tungt i trappa, ellers greit 🙂", "Ja, tok to ekstra drag i natt.\nSov bedre etterpå.", "Nei, glemte den i går. Tar den nå.", "Ja takk, gjerne etter lunsj <3", "Hoster mer enn vanlig & slimet er gulere.",
    ];

    public static ChatExcerpt Tell(DateTimeOffset at, SyntheticPerson person, Random random)
    {
        var nurse = Staff.OnDuty(random);
        var patient = new Party(PartyRole.Patient, null, person.Name);
        return new ChatExcerpt(
            new ClinicalTime(at),
            [
                new ChatLine(at.AddMinutes(-14), nurse, Dice.Pick<string>(random, Asked)),
                new ChatLine(at.AddMinutes(-9), patient, Dice.Pick<string>(random, Answered)),
            ])
        {
            ChosenBy = nurse,
            Reason = "Beskriver endring i tilstanden",
        };
    }
}
