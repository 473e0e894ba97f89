using System.Text;
using System.Xml;
using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using static Hub.Mappings.Profil.ProfilElements;

namespace Hub.Mappings.Profil;

/// <summary>Mapping <c>profil.document</c>: what a Profil-like journal is given, all its entries in one document that its sender files one by one. The README beside this file has the table.</summary>
public sealed class ProfilMapping : IMapping
{
    /// <summary>Name in routes.</summary>
    public const string MappingName = "profil.document";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };

    /// <inheritdoc/>
    public string Name => MappingName;

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind>
    {
        ContentKind.Measurement, ContentKind.Alert, ContentKind.Note, ContentKind.Chat, ContentKind.Questionnaire, ContentKind.Plan, ContentKind.Status, ContentKind.Clinical,
        ContentKind.Trend, ContentKind.Handover, ContentKind.DeviceEvent,
    };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (!Accepts.Contains(envelope.Content.Kind))
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var ledger = new MappingLedger(envelope);
        var subject = ProfilSubject.Of(envelope, context, ledger);
        if (!subject.IsOk)
            return MappingOutcome.Failed(subject.Errors);
        var types = NoteTypes.Read(context.Target.Options.GetValueOrDefault(NoteTypes.Option), out _);
        ledger.Add(Line.To("SourceId", "kilde/@hendelse"));
        ledger.AddIf(envelope.Correlation is not null, Line.Left("Correlation", "The hub's own thread; the identifiers it is made of are carried"));
        ledger.AddIf(FhirWords.Text(envelope.Content.Corrects) is not null, Line.To("Corrects", "kilde/@retter"));
        var id = context.Ids.For(Name).ToString();
        var files = ProfilFiles.Of(envelope, context).ToArray();
        var document = Make(
            "dokument",
            new XAttribute("id", id),
            Make("kilde", Attribute("system", envelope.Source), Attribute("hendelse", envelope.SourceId), Attribute("retter", envelope.Content.Corrects)),
            subject.Value,
            Entries(envelope.Content, types, ledger),
            files.Length > 0 ? Make("vedlegg", files) : null);
        return new MappingOutcome(new OutboundDocument(Name, "application/xml", Bytes(document), id), ledger.Lines, []);
    }

    private static IEnumerable<XElement> Entries(HomeContent content, IReadOnlyDictionary<ContentKind, int> types, MappingLedger ledger) => content switch
    {
        Measurement measurement => [Make("malinger", MeasurementElements.Of(measurement, 1, ledger))],
        SelfTreatmentPlan plan => [PlanElements.Of(plan, ledger)],
        QuestionnaireAnswers { Scores.Count: > 0 } form =>
        [
            Make("malinger", form.Scores.Select((s, i) => ScoreElements.Of(s, form, i + 1, ledger))),
            Note(form, types, ledger),
        ],
        _ => [Note(content, types, ledger)],
    };

    private static XElement Note(HomeContent content, IReadOnlyDictionary<ContentKind, int> types, MappingLedger ledger) =>
        NoteElements.Of(ProfilLetters.Of(content, ledger), content, types[content.Kind]);

    private static byte[] Bytes(XElement document)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
            document.Save(xml);
        return bytes.ToArray();
    }
}
