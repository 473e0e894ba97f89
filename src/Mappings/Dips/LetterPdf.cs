using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Mappings.Fhir;
using Hub.Mappings.Letters;
using Hub.Mappings.Pdf;
using Hub.Mappings.SelfPlan;

namespace Hub.Mappings.Dips;

/// <summary>A letter on paper, A4: who sends it, whom it is about, when and by whom, then the text under its headings. The same letter gives the same bytes.</summary>
internal static class LetterPdf
{
    private const decimal Body = 10.5m;
    private const decimal TextX = PlanPaper.Left + 105;

    /// <summary>Makes the file.</summary>
    /// <returns>The bytes, and whether there are signs in the text that it cannot show.</returns>
    public static (byte[] File, bool Lossy) Write(Letter letter, Envelope envelope, MappingContext context, string? patientName)
    {
        var paper = new PlanPaper();
        var issuer = FhirWords.Text(context.Tenant.Organization.Name) ?? context.Tenant.Name;
        paper.Write(issuer, PlanPaper.Left, PlanPaper.Right, 9, false, PdfColour.Grey);
        paper.Space(4);
        paper.Write(letter.Subject, PlanPaper.Left, PlanPaper.Right, 16, true, PdfColour.Black);
        paper.Space(4);
        paper.Page.Line(PlanPaper.Left, paper.Y, PlanPaper.Right, paper.Y, 1.2m, PdfColour.Black);
        paper.Space(8);
        Fact("Pasient", patientName, paper);
        Fact("Id-nummer", envelope.Patient.Id.Value, paper);
        Fact("Tidspunkt", Times.Of(letter.Time), paper);
        Fact("Ansvarlig", letter.Author is { } author ? Parties.Of(author) : null, paper);
        Fact("Avsendersystem", envelope.Source, paper);
        LetterTopic? under = null;
        foreach (var section in letter.Sections)
        {
            paper.Space(section.Topic == under ? 5 : 12);
            // A heading stays with the first lines of what it heads.
            paper.Need(44);
            if (section.Topic != under)
                paper.Write(section.Topic.Name, PlanPaper.Left, PlanPaper.Right, 12, true, PdfColour.Black);
            under = section.Topic;
            if (section.Heading is { } heading)
                paper.Write(heading, PlanPaper.Left, PlanPaper.Right, Body, true, PdfColour.Black);
            paper.Write(section.Text, PlanPaper.Left, PlanPaper.Right, Body, false, PdfColour.Black);
        }

        var lossy = paper.Type.Encoding.Lossy;
        if (lossy)
        {
            paper.Space(12);
            paper.Write("Noen tegn kan ikke vises her og står som spørsmålstegn. Hele teksten følger som egen fil.", PlanPaper.Left, PlanPaper.Right, 8.5m, false, PdfColour.Grey);
        }

        paper.Finish(letter.Subject, $"{issuer} – {Times.Of(envelope.AcceptedAt)}");
        return (paper.ToBytes(letter.Subject, issuer, envelope.AcceptedAt), lossy);
    }

    private static void Fact(string label, string? words, PlanPaper paper)
    {
        if (FhirWords.Text(words) is { } text)
            paper.Labelled(label, text, PlanPaper.Left, TextX, PlanPaper.Right, Body);
    }
}
