using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Simulators.Response;

/// <summary>A day at a response centre of the Skyresponse kind and a dispenser service of the Evondos kind, as they would journal it through VKP: medicine taken and not taken, a safety alarm with its course, somebody
/// out of bed at night and seen to by camera, somebody outside the agreed area. Modelled on VKP's public profiles, on no vendor's payload.</summary>
public static class ResponseStory
{
    /// <summary>Tells it. The same seed gives the same bytes.</summary>
    /// <param name="seed">Which of the many days.</param>
    /// <param name="patients">National ids of those it happens to.</param>
    /// <param name="from">When the day begins.</param>
    /// <returns>The events, in the order in which they happen.</returns>
    public static IEnumerable<ResponseEvent> Tell(int seed, IReadOnlyList<string> patients, DateTimeOffset from)
    {
        var chance = new Random(seed);
        return patients.SelectMany((patient, place) => Day(new ResponseDocument(seed, place, patient), from.AddMinutes(chance.Next(0, 30)))).OrderBy(e => e.At).ToList();
    }

    private static IEnumerable<ResponseEvent> Day(ResponseDocument document, DateTimeOffset from)
    {
        var night = from.AddHours(-3);
        yield return document.Write(
            "supervision", night.AddMinutes(4), "Digitalt tilsyn etter hendelse", "Bruker var på badet og er i seng igjen.",
            [Step("0", night), Step("1", night.AddMinutes(1)), Step("3", night.AddMinutes(4))],
            [document.Issue("4.2", night, "20"), document.Visit("2", "0", night.AddMinutes(2), night.AddMinutes(3))]);
        yield return document.Write("dispensed", from.AddHours(2), "Medisin utlevert", "Medisin utlevert uassistert.", [Step("0", from.AddHours(2))], [document.Dispense("1.1", from.AddHours(2))]);
        var missed = from.AddHours(6);
        yield return document.Write(
            "not-taken", missed.AddMinutes(31), "Mangler utleveringsbekreftelse", "Posen er matet ut og ikke tatt. Ringt bruker, som tok den.",
            [Step("0", missed), Step("8", missed.AddMinutes(30), "Ringt bruker"), Step("3", missed.AddMinutes(31))],
            [document.Issue("1.3", missed, "30")]);
        yield return document.Write("assisted", from.AddHours(7), "Medisin utlevert", "Medisin utlevert med hjelp.", [Step("0", from.AddHours(7))], [document.Dispense("1.2", from.AddHours(7))]);
        var alarm = from.AddHours(8);
        yield return document.Write(
            "safety-alarm", alarm.AddMinutes(44), "Oppfølging av trygghetsalarm", "Bruker falt på badet. Hjulpet opp, ingen skade.",
            [
                Step("0", alarm), Step("1", alarm.AddSeconds(20)), Step("8", alarm.AddMinutes(1), "Bruker har falt"), Step("4", alarm.AddMinutes(4)), Step("10", alarm.AddMinutes(5), "Datter varslet"),
                Step("5", alarm.AddMinutes(35)), Step("6", alarm.AddMinutes(36), "Fall på badet"), Step("7", alarm.AddMinutes(40), "Hjulpet opp"), Step("3", alarm.AddMinutes(44)),
            ],
            [document.Issue("3", alarm, "40")]);
        var outside = from.AddHours(10);
        yield return document.Write(
            "outside-area", outside.AddMinutes(1), "Bruker utenfor sonen", "Bruker er utenfor avtalt område.", [Step("0", outside)],
            [document.Issue("2", outside, "20"), document.Place(59.0532m, 10.0352m, outside)]);
    }

    private static CompositionEvent Step(string code, DateTimeOffset at, string? text = null) => new()
    {
        Code = [new CodeableConcept { Coding = [VkpCompositionEvents.Terms[code].ToCoding()], Text = text }],
        Period = new Period { Start = FhirDateTime.FromInstant(at) },
    };
}
