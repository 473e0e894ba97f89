using System.Globalization;
using Hub.Simulators.Dignio;

namespace Hub.Simulators.Siemens;

/// <summary>A municipality that the vendor serves, with patients who do not exist.</summary>
/// <param name="Name">Name in tenant files: lower-case letters, digits and hyphens.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Orgnr">Organisation number: made up, with a valid check digit, of a series that Tenor uses for test organisations.</param>
public sealed record SiemensMunicipality(string Name, string Title, string Orgnr)
{
    private static readonly string[] Titles =
    [
        "Risør", "Grimstad", "Arendal", "Kristiansand", "Lindesnes", "Farsund", "Flekkefjord", "Gjerstad", "Vegårshei", "Tvedestrand", "Froland", "Lillesand", "Birkenes",
        "Åmli", "Iveland", "Evje og Hornnes", "Bygland", "Valle", "Bykle", "Vennesla", "Åseral", "Lyngdal", "Hægebostad", "Kvinesdal", "Sirdal",
    ];

    /// <summary>The 25 municipalities of Agder.</summary>
    public static IReadOnlyList<SiemensMunicipality> Agder { get; } = [.. Titles.Select((title, i) => new SiemensMunicipality(Slug(title), title, Number(i)))];

    /// <summary>Ullensaker.</summary>
    public static SiemensMunicipality Ullensaker { get; } = new("ullensaker", "Ullensaker", Number(100));

    /// <summary>Its patients: the same for the same municipality and seed, and nobody else's.</summary>
    /// <param name="seed">Seed of the story.</param>
    /// <param name="count">How many.</param>
    /// <returns>The patients.</returns>
    public IReadOnlyList<SyntheticPerson> Patients(int seed, int count) => SyntheticPerson.Make(unchecked((seed * 397) ^ int.Parse(Orgnr, CultureInfo.InvariantCulture)), count);

    private static string Slug(string title) => title.ToLowerInvariant().Replace(' ', '-').Replace("å", "aa", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal);

    // Weights of Brønnøysundregistrene: 3 2 7 6 5 4 3 2, modulus 11; a remainder that gives 10 has no number.
    private static string Number(int index)
    {
        ReadOnlySpan<byte> weights = [3, 2, 7, 6, 5, 4, 3, 2];
        for (var n = 31_020_000 + (index * 7); ; n++)
        {
            var digits = n.ToString(CultureInfo.InvariantCulture);
            var sum = 0;
            for (var i = 0; i < weights.Length; i++)
                sum += (digits[i] - '0') * weights[i];
            var check = (11 - (sum % 11)) % 11;
            if (check != 10)
                return digits + (char)('0' + check);
        }
    }
}
