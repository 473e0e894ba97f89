using Hub.Simulators.Dignio;

namespace Hub.Simulators.CheckWare;

/// <summary>Forms that several patients answer over some weeks: CAT, whose wording is licensed and not sent, and a form of our own on mood and sleep with parts and cut-offs. Now and then one is changed or taken back. The same seed tells the same story.</summary>
public static class CheckWareStory
{
    /// <summary>Code of the COPD Assessment Test: eight questions from 0 to 5.</summary>
    public const string Cat = "CAT";

    /// <summary>Code of a made-up form on mood and sleep: six questions from 0 to 3, two parts.</summary>
    public const string Mood = "STEMNING-6";

    /// <summary>Tells the story.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="persons">Who answers.</param>
    /// <param name="first">When the first form is answered.</param>
    /// <param name="forms">How many forms each answers, one a week.</param>
    /// <returns>Deliveries in order.</returns>
    public static IEnumerable<AnsweredForm> Tell(int seed, IReadOnlyList<SyntheticPerson> persons, DateTimeOffset first, int forms)
    {
        var random = new Random(seed);
        for (var week = 0; week < forms; week++)
        {
            foreach (var person in persons)
            {
                var cat = person.Diagnosis == Diagnosis.Copd;
                var at = first.AddDays(7 * week).AddMinutes(random.Next(0, 600));
                var answers = Enumerable.Range(0, cat ? 8 : 6).Select(_ => random.Next(0, cat ? 6 : 4)).ToArray();
                var form = new AnsweredForm($"cw-{person.No}-{week + 1}", person, cat ? Cat : Mood, at, answers)
                {
                    Alert = answers.Sum() > (cat ? 30 : 12) ? "red" : answers.Sum() > (cat ? 20 : 8) ? "yellow" : "green",
                    Comment = random.Next(4) == 0 ? "Sover dårlig når været slår om – særlig ved åpent vindu." : null,
                };
                yield return form;
                if (random.Next(8) == 0)
                    yield return form with { DeliveryId = $"{form.DeliveryId}-endret", Event = "amended", Replaces = form.DeliveryId, AssessmentId = form.AssessmentId, Answers = [.. answers.Select((a, i) => i == 0 ? Math.Min(a + 1, cat ? 5 : 3) : a)] };
                else if (random.Next(20) == 0)
                    yield return form with { DeliveryId = $"{form.DeliveryId}-trukket", Event = "withdrawn", Replaces = form.DeliveryId, AssessmentId = form.AssessmentId };
            }
        }
    }
}
