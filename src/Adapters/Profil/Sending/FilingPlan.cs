using System.Globalization;
using System.Xml.Linq;
using Hub.Core.Adapters;

namespace Hub.Adapters.Profil.Sending;

/// <summary>A <c>profil.document</c> taken apart into the calls that file it: values, note, plan, files. Pure, so that every try makes the same calls.</summary>
/// <param name="Patient">National number that the journal finds the user by.</param>
/// <param name="Steps">The calls, in order.</param>
public sealed record FilingPlan(string Patient, IReadOnlyList<FilingStep> Steps)
{
    /// <summary>Form of the documents.</summary>
    public const string Form = "profil.document";

    /// <summary>Takes a document apart.</summary>
    /// <param name="item">The document with its key.</param>
    /// <returns>The calls; null when it is not such a document.</returns>
    public static FilingPlan? Of(OutboundItem item)
    {
        if (item.Document.Form != Form || ProfilXml.Read(item.Document.Body, out _) is not { } root || root.Name != ProfilXml.Space + "dokument")
            return null;
        var source = root.Element(ProfilXml.Space + "kilde");
        var patient = root.Element(ProfilXml.Space + "bruker")?.Element(ProfilXml.Space + "fodselsnummer")?.Value;
        var steps = new List<FilingStep>();
        foreach (var entry in root.Elements())
        {
            switch (entry.Name.LocalName)
            {
                case "malinger" or "journalnotat":
                    steps.Add(Step(entry.Name.LocalName, entry, entry.Name.LocalName));
                    break;
                case "plan":
                    steps.Add(Step("planer", entry, "plan") with { BuildsOn = VersionOf(entry) - 1 });
                    break;
                case "vedlegg":
                    steps.AddRange(entry.Elements().Select((file, i) => Step("dokumenter", file, string.Create(CultureInfo.InvariantCulture, $"dokument-{i + 1}"))));
                    break;
            }
        }

        return string.IsNullOrEmpty(patient) || steps.Count == 0 ? null : new FilingPlan(patient, steps);

        // Every entry stands for itself in the journal, and so says itself where it comes from.
        FilingStep Step(string resource, XElement entry, string part)
        {
            var id = $"{item.IdempotencyKey}/{part}";
            var body = new XElement(entry);
            body.SetAttributeValue("eksternId", id);
            body.SetAttributeValue("kilde", source?.Attribute("system")?.Value);
            body.SetAttributeValue("hendelse", source?.Attribute("hendelse")?.Value);
            body.SetAttributeValue("retter", source?.Attribute("retter")?.Value);
            return new FilingStep(resource, id, body);
        }
    }

    private static int VersionOf(XElement plan) => int.TryParse(plan.Attribute("versjon")?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
