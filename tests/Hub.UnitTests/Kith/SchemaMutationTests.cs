using System.Xml.Linq;
using Hub.Kith;
using Hub.Kith.Schemas;
using Hub.Kith.Xml;
using Xunit;

namespace Hub.UnitTests.Kith;

/// <summary>Our schemas refuse what the official ones refuse, also when a sample is damaged.</summary>
public sealed class SchemaMutationTests
{
    [Theory]
    [InlineData("dialogmelding/sarepta")]
    [InlineData("apprec")]
    [InlineData("msghead/helsenorge")]
    [InlineData("dialogmelding/helsenorge")]
    public void Should_judge_damaged_samples_as_the_official_schemas_do(string folder)
    {
        _ = Standards.Path();
        var judged = 0;
        foreach (var file in Standards.Files(folder))
        {
            var root = KithDocument.Unwrap(KithXml.Read(File.ReadAllBytes(file)).Root!);
            if (KithStandards.Of(root.Name.NamespaceName).Kind == KithKind.Unknown) continue;
            foreach (var (damage, damaged) in Damages(root))
            {
                var official = OfficialSchemas.Errors(damaged).Count == 0;
                var ours = KithSchemas.Validate(damaged);
                Assert.True(official == (ours.Count == 0), $"{file}: {damage}: official {official}, ours {string.Join(" | ", ours)}");
                judged++;
            }
        }

        Assert.True(judged > 100, $"Only {judged} damaged documents were judged.");
    }

    private static IEnumerable<(string Damage, XElement Damaged)> Damages(XElement root)
    {
        // The megabytes of an attachment add nothing but time.
        foreach (var large in root.Descendants().Where(e => !e.HasElements && e.Value.Length > 10_000)) large.Value = "JVBERi0xLjc=";
        var count = root.DescendantsAndSelf().Count();
        // Large samples repeat themselves: fifty places of each are enough.
        for (var i = 1; i < count; i += Math.Max(1, count / 50))
        {
            yield return Damage(root, i, "drop", e => e.Remove());
            yield return Damage(root, i, "double", e => e.AddAfterSelf(new XElement(e)));
            yield return Damage(root, i, "unknown inside", e => e.Add(new XElement(e.Name.Namespace + "Ukjent")));
            yield return Damage(root, i, "unknown attribute", e => e.Add(new XAttribute("ukjent", "1")));
            yield return Damage(root, i, "wrong value", e => { if (!e.HasElements) e.Value = "x y"; });
            yield return Damage(root, i, "empty", e => e.RemoveNodes());
            yield return Damage(root, i, "swap", e =>
            {
                if (e.ElementsAfterSelf().FirstOrDefault() is not { } next) return;
                next.Remove();
                e.AddBeforeSelf(next);
            });
        }
    }

    private static (string, XElement) Damage(XElement root, int at, string what, Action<XElement> damage)
    {
        var copy = new XElement(root);
        var element = copy.DescendantsAndSelf().ElementAt(at);
        var name = $"{what} {XmlPath.Of(element)}";
        damage(element);
        return (name, copy);
    }
}
