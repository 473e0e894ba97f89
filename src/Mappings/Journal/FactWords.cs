using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Journal;

/// <summary>Facts of a clinical message as lines for people: one line for each thing, such as a medicine, a diagnosis or a contact. What only machines need is left to the document as received.</summary>
internal static class FactWords
{
    private const string Volven = "urn:oid:2.16.578.1.12.4.1.1.";

    // Codes that treaters know and use: ICD-10, ICPC-2, ATC.
    private static readonly HashSet<string> Spoken = new(StringComparer.Ordinal) { Volven + "7110", Volven + "7170", Volven + "7180" };

    private static readonly string[] MedicineParts = ["Navn", "Styrke", "Legemiddelform"];

    private static readonly string[] NameParts = ["GivenName", "MiddleName", "FamilyName"];

    /// <summary>The lines under their headings, in the order they are read.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<string> Lines)> Of(IEnumerable<ClinicalFact> facts)
    {
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        Walk(FactNode.Of(facts), ClinicalLabels.Other, "");
        return [.. ClinicalLabels.Order.Where(found.ContainsKey).Select(t => (t, (IReadOnlyList<string>)found[t]))];

        // An element with facts of its own is one line; one without only leads to those within.
        void Walk(FactNode node, string title, string before)
        {
            var own = ClinicalLabels.Title(node.Name) ?? title;
            if (node.Facts.Any(f => !IsHidden(f)) && node.Parent is not null)
            {
                Add(own, Joined(before, Line(node, own)));
                foreach (var elsewhere in Elsewhere(node, own))
                    Walk(elsewhere, own, "");
                return;
            }

            if (node.Parent is null)
            {
                foreach (var fact in node.Facts.Where(f => !IsHidden(f)))
                    Add(own, Labelled(fact));
            }

            var label = node.Parent is null ? "" : ClinicalLabels.Of(node.Name);
            foreach (var group in node.Groups)
                Walk(group, own, label.Length == 0 ? before : Joined(before, label));
        }

        void Add(string title, string line)
        {
            if (line.Length == 0)
                return;
            if (!found.TryGetValue(title, out var lines))
                found[title] = lines = [];
            lines.Add(line);
        }
    }

    /// <summary>Whether a fact stands in the document as received only: answers of no (viewers show yes only, HIS 80704), ids of components, and what another line tells.</summary>
    public static bool IsHidden(ClinicalFact fact) =>
        fact is { Code: null, Value: "false" } or { Name: "TypeTelecom" or "Forsendelsesstatus" } || fact.Value?.Contains("komponentID ", StringComparison.Ordinal) == true;

    /// <summary>Whether a fact's code is told by its words.</summary>
    public static bool IsCodeSilent(ClinicalFact fact) =>
        fact.Code is { } code && FhirWords.Text(code.Display) is not null && (code.System is null || (code.System.StartsWith(Volven, StringComparison.Ordinal) && !Spoken.Contains(code.System)));

    private static string Joined(string before, string line) => before.Length == 0 ? line : $"{before}: {line}";

    private static IEnumerable<FactNode> Elsewhere(FactNode node, string title) =>
        node.Groups.SelectMany(g => ClinicalLabels.Title(g.Name) is { } other && other != title ? [g] : Elsewhere(g, title));

    private static string Line(FactNode node, string title)
    {
        if (node.Name is "TidsfestetHendelse")
            return Event(node);
        var label = ClinicalLabels.Title(node.Name) is null ? ClinicalLabels.Of(node.Name) : "";
        return Joined(label, string.Join("; ", Parts(node, title).Where(p => p.Length > 0)));
    }

    private static IEnumerable<string> Parts(FactNode node, string title)
    {
        if (node.Groups.FirstOrDefault(g => g.Name == "Forskrivningsinfo") is { } medicine)
            yield return $"{(node.Find("StatusTilForskrivningen") is { } status ? $"{Words(status)}: " : "")}{string.Join("; ", Parts(medicine, title))}";
        if (node.Name == "Forskrivningsinfo")
            yield return string.Join(' ', MedicineParts.Select(node.Find).OfType<ClinicalFact>().Select(Words));
        if (node.Name is "Ident")
        {
            yield return string.Join(' ', new[] { node.Find("TypeId"), node.Find("Id") }.OfType<ClinicalFact>().Select(Words));
            yield break;
        }

        var name = string.Join(' ', NameParts.Select(node.Find).OfType<ClinicalFact>().Select(Words));
        if (name.Length > 0)
            yield return node.Find("TypeHealthcareProfessional") is { } profession ? $"{Words(profession)} {name}" : name;
        // What a thing is comes before what is true of it: "Erysipelas (A46); hoveddiagnose".
        foreach (var child in node.Children.OrderBy(c => c is ClinicalFact { Code: null, Value: "true" }))
        {
            if (child is ClinicalFact fact && !IsHidden(fact) && !IsTold(node, fact, name.Length > 0))
                yield return Labelled(fact);
            else if (child is FactNode { Name: not "Forskrivningsinfo" } group && (ClinicalLabels.Title(group.Name) ?? title) == title)
                yield return Line(group, title);
        }
    }

    private static bool IsTold(FactNode node, ClinicalFact fact, bool named) =>
        (named && (NameParts.Contains(fact.Name) || fact.Name == "TypeHealthcareProfessional"))
        || (node.Name == "Forskrivningsinfo" && MedicineParts.Contains(fact.Name))
        || (fact.Name == "StatusTilForskrivningen" && node.Groups.Any(g => g.Name == "Forskrivningsinfo"));

    // "Pasient innlagt 29.01.2018 kl. 10.00 (anslått): …" Anslag true is an estimate, whatever profile HIS 1149 says in its parenthesis.
    private static string Event(FactNode node)
    {
        var what = node.Find("Hendelsekode") is { } code ? Words(code) : null;
        var when = node.Find("TidspunktForHendelse") is { } time ? Words(time) : null;
        var estimate = node.Find("Anslag") is { Value: "true" } ? "(anslått)" : null;
        var rest = node.Children.Select(c => c switch
        {
            ClinicalFact { Name: "Hendelsekode" or "TidspunktForHendelse" or "Anslag" } => "",
            ClinicalFact fact => IsHidden(fact) ? "" : Labelled(fact),
            FactNode group => Line(group, ""),
            _ => "",
        }).Where(w => w.Length > 0).ToList();
        var told = what is null && rest is [var first, ..] ? first : what;
        if (what is null && rest.Count > 0)
            rest.RemoveAt(0);
        return string.Join(' ', new[] { told, when, estimate }.Where(w => !string.IsNullOrEmpty(w))) + (rest.Count > 0 ? $". {string.Join("; ", rest)}" : "");
    }

    private static string Labelled(ClinicalFact fact)
    {
        var label = ClinicalLabels.Of(fact.Name);
        var words = Words(fact);
        return fact is { Code: null, Value: "true" } && label.Length > 0 ? label : Joined(label, words);
    }

    private static string Words(ClinicalFact fact)
    {
        var code = fact.Code is not { } c ? null
            : FhirWords.Text(c.Display) is not { } display ? FhirWords.Text(c.Code)
            : IsCodeSilent(fact) || FhirWords.Text(c.Code) is null ? display : $"{display} ({c.Code})";
        var value = FhirWords.Text(fact.Value) is { } given ? Value(fact.Name, given) : null;
        return string.Join(", ", new[] { code, value }.Where(w => w is not null));
    }

    private static string Value(string name, string given)
    {
        if (name == "TeleAddress")
            return given.StartsWith("tel:", StringComparison.Ordinal) ? $"tlf. {given[4..]}" : given.StartsWith("mailto:", StringComparison.Ordinal) ? given[7..] : given;
        return name is "Styrke" or "AdmEnkeltdose" or "AntallEnheter" or "AntallEnheterOnsket" ? given.Replace('.', ',') : given == "true" ? "ja" : Times.OfText(given);
    }
}
