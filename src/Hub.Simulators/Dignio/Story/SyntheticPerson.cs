namespace Hub.Simulators.Dignio;

/// <summary>What somebody is followed up for.</summary>
public enum Diagnosis
{
    /// <summary>Chronic obstructive pulmonary disease.</summary>
    Copd,

    /// <summary>Diabetes.</summary>
    Diabetes,

    /// <summary>Heart failure.</summary>
    HeartFailure,
}

/// <summary>A patient who does not exist.</summary>
/// <param name="No">1 for the first of the feed; shown to people as <c>P1</c>.</param>
/// <param name="NationalId">Synthetic national id.</param>
/// <param name="Name">Name.</param>
/// <param name="Diagnosis">What the person is followed up for.</param>
public sealed record SyntheticPerson(int No, string NationalId, string Name, Diagnosis Diagnosis)
{
    private static readonly string[] Given = ["Synne", "Torvald", "Aslaug", "Reidar", "Ingebjørg", "Åsmund", "Borghild", "Håkon", "Magnhild", "Øystein"];
    private static readonly string[] Family = ["Testlien", "Prøvedal", "Syntvik", "Lekeplass", "Fiktivås", "Oppdiktstad", "Låneøy", "Modellrud"];

    /// <summary>What people see instead of the person.</summary>
    public string Pseudonym => $"P{No}";

    /// <summary>The persons of a feed. Diagnoses take turns.</summary>
    /// <param name="seed">The same seed gives the same persons.</param>
    /// <param name="count">How many.</param>
    /// <returns>The persons, numbered from 1.</returns>
    public static IReadOnlyList<SyntheticPerson> Make(int seed, int count)
    {
        var random = new Random(seed);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var persons = new List<SyntheticPerson>(count);
        while (persons.Count < count)
        {
            var id = SyntheticId.Next(random);
            var name = $"{Given[random.Next(Given.Length)]} {Family[random.Next(Family.Length)]}";
            if (taken.Add(id))
                persons.Add(new SyntheticPerson(persons.Count + 1, id, name, (Diagnosis)(persons.Count % 3)));
        }
        return persons;
    }
}
