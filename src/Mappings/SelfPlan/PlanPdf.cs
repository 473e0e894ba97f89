using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;
using Hub.Mappings.Letters;
using Hub.Mappings.Pdf;

namespace Hub.Mappings.SelfPlan;

/// <summary>A self-treatment plan on paper: A4, what the patient and a treater need to read, zones in colour and in words. The same plan gives the same bytes.</summary>
public static class PlanPdf
{
    private const decimal Body = 10.5m;
    private const decimal TextX = PlanPaper.Left + 105;

    /// <summary>Makes the file.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="patient">Whose it is.</param>
    /// <param name="issuer">Organisation that sends it.</param>
    /// <param name="made">Time of the file, never of the clock.</param>
    /// <returns>The bytes of the PDF.</returns>
    public static byte[] Write(SelfTreatmentPlan plan, Patient patient, string issuer, DateTimeOffset made)
    {
        var paper = new PlanPaper();
        var title = FhirWords.Text(plan.Title) ?? "Egenbehandlingsplan";
        Head(plan, patient, issuer, title, paper);
        if (FhirWords.Text(plan.Description) is { } description)
        {
            paper.Space(8);
            paper.Write(description, PlanPaper.Left, PlanPaper.Right, Body, false, PdfColour.Black);
        }

        foreach (var zone in plan.Zones)
            Zone(zone, paper);
        Parts("Legemidler", plan.Medications, paper);
        Parts("Aktivitet", plan.Activities, paper);
        Parts("Kosthold", plan.Diet, paper);
        if (paper.Type.Encoding.Lossy)
        {
            paper.Space(12);
            paper.Write("Noen tegn kan ikke vises på papir og står som spørsmålstegn. De står i meldingens tekst.", PlanPaper.Left, PlanPaper.Right, 8.5m, false, PdfColour.Grey);
        }

        var person = $"{FhirWords.Text(patient.Name) ?? "Pasient"}, {patient.Id.Value}";
        paper.Finish($"{title} – {person}", $"{person} – versjon {FhirWords.Number(plan.Version)}, {Times.Of(plan.Time)}");
        return paper.ToBytes(title, issuer, made);
    }

    private static void Head(SelfTreatmentPlan plan, Patient patient, string issuer, string title, PlanPaper paper)
    {
        paper.Write(issuer, PlanPaper.Left, PlanPaper.Right, 9, false, PdfColour.Grey);
        paper.Space(4);
        if (title != "Egenbehandlingsplan")
            paper.Write("Egenbehandlingsplan", PlanPaper.Left, PlanPaper.Right, 11, true, PdfColour.Grey);
        paper.Write(title, PlanPaper.Left, PlanPaper.Right, 20, true, PdfColour.Black);
        paper.Space(4);
        paper.Page.Line(PlanPaper.Left, paper.Y, PlanPaper.Right, paper.Y, 1.2m, PdfColour.Black);
        paper.Space(8);
        Fact("Pasient", FhirWords.Text(patient.Name) ?? "(navn ikke sendt)", paper);
        Fact("Fødselsnummer", patient.Id.Value, paper, IdLabel(patient.Id.System));
        Fact("Versjon", $"{FhirWords.Number(plan.Version)}, laget {Times.Of(plan.Time)}", paper);
        Fact("Laget av", plan.Author is { } author ? Parties.Of(author) : null, paper);
        Fact("Status", PlanLetter.Status(plan.Status), paper);
        Fact("Gjelder", Validity(plan), paper);
        Fact("Tilstand", string.Join("; ", plan.Conditions.Select(c => FhirWords.ForPeople(c)).Where(c => c is not null)), paper);
        Fact("Endret fordi", plan.ReasonForChange, paper);
    }

    private static string IdLabel(string system) => system switch
    {
        Hub.Core.Identities.IdentifierSystems.Dnr => "D-nummer",
        Hub.Core.Identities.IdentifierSystems.Fhn => "Hjelpenummer",
        _ => "Fødselsnummer",
    };

    private static string? Validity(SelfTreatmentPlan plan) => (plan.ValidFrom, plan.ValidTo) switch
    {
        ({ } start, { } end) => $"fra {Times.Of(start)} til {Times.Of(end)}",
        ({ } start, null) => $"fra {Times.Of(start)}",
        (null, { } end) => $"til {Times.Of(end)}",
        _ => null,
    };

    private static void Fact(string label, string? words, PlanPaper paper, string? other = null)
    {
        if (FhirWords.Text(words) is { } text)
            paper.Labelled(other ?? label, text, PlanPaper.Left, TextX, PlanPaper.Right, Body);
    }

    private static void Zone(PlanZone zone, PlanPaper paper)
    {
        var look = ZoneLook.Of(zone.Level);
        paper.Space(12);
        // The heading stays with the first lines of what it heads.
        paper.Need(70);
        ZoneHead(zone, look, "", paper);
        paper.Continued = () => ZoneHead(zone, look, " (fortsetter)", paper);
        void Behind(decimal y, decimal height)
        {
            paper.Page.Fill(PlanPaper.Left, y, PlanPaper.Right - PlanPaper.Left, height, look.Pale);
            paper.Page.Fill(PlanPaper.Left, y, 8, height, look.Strong);
        }

        Padding(5, Behind, paper);
        var x = PlanPaper.Left + 18;
        foreach (var (label, text) in new[]
        {
            ("Kjennetegn", zone.Condition), ("Hva du gjør", zone.Action), ("Målegrenser", string.Join('\n', zone.Thresholds.Select(PlanLetter.Limit))),
        })
        {
            if (FhirWords.Text(text) is null)
                continue;
            paper.Labelled(label, text, x, x + 87, PlanPaper.Right - 10, Body, Behind);
            Padding(4, Behind, paper);
        }

        paper.Continued = null;
    }

    private static void ZoneHead(PlanZone zone, ZoneLook look, string suffix, PlanPaper paper)
    {
        paper.Page.Fill(PlanPaper.Left, paper.Y, PlanPaper.Right - PlanPaper.Left, 22, look.Strong);
        for (var i = 0; i < look.Marks; i++)
            paper.Page.Fill(PlanPaper.Right - 16 - (i * 14), paper.Y + 7, 8, 8, look.Letters);
        paper.Page.Text(PlanPaper.Left + 18, paper.Y + 15.5m, $"{PlanLetter.Zone(zone.Level)}{suffix}", 12, true, look.Letters);
        var meaning = PdfText.Width(look.Meaning, Body, false);
        paper.Page.Text(PlanPaper.Right - 16 - (look.Marks * 14) - meaning, paper.Y + 15, look.Meaning, Body, false, look.Letters);
        paper.Space(22);
    }

    private static void Padding(decimal height, Action<decimal, decimal> behind, PlanPaper paper)
    {
        behind(paper.Y, height);
        paper.Space(height);
    }

    private static void Parts(string heading, IReadOnlyList<PlanPart> parts, PlanPaper paper)
    {
        if (parts.Count == 0)
            return;
        paper.Space(14);
        paper.Need(54);
        paper.Write(heading, PlanPaper.Left, PlanPaper.Right, 13, true, PdfColour.Black);
        paper.Page.Line(PlanPaper.Left, paper.Y + 1, PlanPaper.Right, paper.Y + 1, 0.8m, PdfColour.Black);
        paper.Space(6);
        foreach (var part in parts)
        {
            paper.Need(30);
            var zone = JournalWords.Light(part.Zone) is { } light ? $"  –  i {light} sone" : "";
            paper.Write($"{part.Title}{zone}", PlanPaper.Left, PlanPaper.Right, Body, true, PdfColour.Black);
            if (FhirWords.Text(part.Instruction) is { } how)
                paper.Write(how, PlanPaper.Left + 14, PlanPaper.Right, Body, false, PdfColour.Black);
            paper.Space(4);
        }
    }
}
