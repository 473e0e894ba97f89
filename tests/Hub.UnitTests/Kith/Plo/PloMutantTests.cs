using System.Globalization;
using System.Xml.Linq;
using Hub.Kith.Plo;
using Xunit;

namespace Hub.UnitTests.Kith.Plo;

public sealed class PloMutantTests
{
    private const int Seeds = 5;

    [Theory]
    [MemberData(nameof(PloSamples.Names), MemberType = typeof(PloSamples))]
    public void Should_judge_samples_and_mutants_as_the_official_schemas_do(string name)
    {
        var root = PloSamples.Root(name);
        Assert.True(PloSchemas.IsValidByOurs(root));
        Assert.True(PloSchemas.IsValidByOfficial(root));
        var refused = 0;
        foreach (var (kind, seed, mutant) in Mutants(root))
        {
            var official = PloSchemas.IsValidByOfficial(mutant);
            Assert.True(official == PloSchemas.IsValidByOurs(mutant), $"kind {kind}, seed {seed}: official says {official}");
            if (!official) refused++;
        }

        Assert.True(refused > Mutation.Kinds, "Too few mutants are refused to tell anything");
    }

    [Theory]
    [MemberData(nameof(PloSamples.Names), MemberType = typeof(PloSamples))]
    public void Should_lose_nothing_of_any_mutant(string name)
    {
        foreach (var (kind, seed, mutant) in Mutants(PloSamples.Root(name)))
        {
            var reading = PloReader.Read(mutant);
            if (reading.Document is null)
            {
                Assert.Contains(reading.Findings, f => f.Code == PloCodes.NotPlo);
                continue;
            }

            var lost = PloCompleteness.UnreadNodes(reading);
            Assert.True(lost.Count == 0, string.Create(CultureInfo.InvariantCulture, $"kind {kind}, seed {seed}: {string.Join(", ", lost)}"));
            var notes = mutant.Descendants().Count(e => e.Name.LocalName == "Journaltekst");
            Assert.True(reading.Document.AllTexts.Count >= notes, $"kind {kind}, seed {seed}: a text is missing");
        }
    }

    [Theory]
    [MemberData(nameof(PloSamples.Names), MemberType = typeof(PloSamples))]
    public void Should_find_something_in_every_mutant_that_is_refused_for_its_structure(string name)
    {
        foreach (var (kind, seed, mutant) in Mutants(PloSamples.Root(name)).Where(m => m.Kind is not (8 or 9 or 10)))
        {
            if (PloSchemas.IsValidByOurs(mutant)) continue;
            Assert.True(PloReader.Read(mutant).Findings.Any(f => f.Code != PloCodes.Version15), $"kind {kind}, seed {seed}: refused, but nothing was found in reading");
        }
    }

    private static IEnumerable<(int Kind, int Seed, XElement Mutant)> Mutants(XElement root) =>
        from kind in Enumerable.Range(0, Mutation.Kinds)
        from seed in Enumerable.Range(0, Seeds)
        select (kind, seed, Mutation.Of(root, kind, seed));
}
