using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Mappings.Fhir;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Dips;

/// <summary>The files of a document: the letter as PDF, as text too where the PDF cannot show every sign, and the files of a clinical message with the message as received last.</summary>
internal static class DipsFiles
{
    public static FhirList<DocumentReferenceContent> Of(Letter letter, Envelope envelope, MappingContext context, string? patientName)
    {
        var (pdf, lossy) = LetterPdf.Write(letter, envelope, context, patientName);
        var files = new List<DocumentReferenceContent> { File("application/pdf", letter.Subject, pdf) };
        if (lossy)
            files.Add(File("text/plain; charset=utf-8", letter.Subject, System.Text.Encoding.UTF8.GetBytes(LetterText.Of(letter))));
        if (envelope.Content is ClinicalMessage message)
        {
            files.AddRange(message.Attachments.Where(a => !a.Content.IsEmpty).Select(a => File(FhirWords.Text(a.MediaType) ?? "application/octet-stream", FhirWords.Text(a.Title) ?? "Vedlegg", a.Content.Span)));
            files.Add(File("application/xml", "Meldingen som mottatt", message.Document.Span));
        }

        return files.ToFhirList();
    }

    private static DocumentReferenceContent File(string mediaType, string title, ReadOnlySpan<byte> bytes) => new()
    {
        Attachment = new Attachment { ContentType = mediaType, Data = Convert.ToBase64String(bytes), Title = title },
    };
}
