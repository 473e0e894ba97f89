using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Adapters.Siemens.Reading;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Identifier = Hub.Core.Identities.Identifier;

namespace Hub.Adapters.Siemens.Lookups;

/// <summary>One page of a search or of a history, read as the entries of a batch are.</summary>
/// <param name="Findings">What it has, in its order.</param>
/// <param name="Whole">False when something in it could not be read, or the vendor says that something is missing.</param>
/// <param name="Next">Address of the next page, null on the last one.</param>
/// <param name="Ids">Logical ids of the matches.</param>
internal sealed record SearchPage(IReadOnlyList<LookupFinding> Findings, bool Whole, string? Next, IReadOnlyList<string> Ids)
{
    /// <summary>Reads a page.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="patient">Who was asked about: a page about anybody else is not used.</param>
    /// <param name="surroundings">The message to read it as.</param>
    public static Result<SearchPage> Read(ReadOnlyMemory<byte> body, Identifier patient, InboundMessage surroundings)
    {
        using var document = JsonInput.Open(body, out _);
        var read = FhirJson.Read(body.Span, FhirReadMode.Lenient);
        if (document is null || read.Resource is not Bundle { Type: BundleType.Searchset or BundleType.History } bundle)
            return LookupErrors.Unreadable.At(detail: "A searchset or history Bundle is expected");
        var source = new FhirSource(surroundings with { Body = body }, read, document.RootElement);
        var findings = new List<LookupFinding>();
        var ids = new List<string>();
        var whole = true;
        for (var i = 0; i < bundle.Entry.Count; i++)
        {
            if (bundle.Entry[i].Search?.Mode is SearchEntryMode.Include || source.At($"Bundle.entry[{i}]") is not { } entry || Supporting.Is(entry.Resource))
                continue;
            if (Finding(entry, source) is not { } finding)
            {
                whole = false;
                continue;
            }

            if (finding.Patient.Id.Value != patient.Value)
                return LookupErrors.Unreadable.At(detail: "The answer is about somebody else; nothing of it was used");
            findings.Add(finding);
            if (entry.Resource.Id is { } id)
                ids.Add(id);
        }

        return new SearchPage(findings, whole, bundle.Link.FirstOrDefault(l => l.Relation == "next")?.Url, ids);
    }

    private static LookupFinding? Finding(FhirEntry entry, FhirSource source)
    {
        if (!ContentReader.Takes(entry.Resource))
            return null;
        var findings = source.NewFindings();
        foreach (var part in Supporting.Of(entry, source).Prepend(entry))
            source.Report(findings, p => p == part.Path || p.StartsWith(part.Path + ".", StringComparison.Ordinal));
        var id = SourceIds.Of(entry.Resource, entry.FullUrl, null, entry.Path, findings);
        var (subject, element) = ContentReader.SubjectOf(entry.Resource);
        var patient = Subjects.Read(subject, $"{entry.ResourcePath}.{element}", source, findings);
        var content = ContentReader.Read(entry, id ?? "", source, findings, new HashSet<string>());
        if (findings.Errors.Count > 0 || patient is null || content is null || id is null)
            return null;
        return new LookupFinding(SourceIdOf(id, entry, content, source), patient, content) { Updated = entry.Resource.Meta?.LastUpdated?.Instant };
    }

    private static string SourceIdOf(string id, FhirEntry entry, HomeContent content, FhirSource source) => content is SelfTreatmentPlan plan
        ? FormattableString.Invariant($"{id}#v{plan.Version}")
        : Versions.Of(id, entry.Resource, ContentReader.StatusOf(entry.Resource), null, Meaning.Of(entry, source)).SourceId;

    /// <summary>The message that pages of a partner are read as: leniently, since a question is better answered with a remark than not.</summary>
    public static InboundMessage Surroundings(PartnerConfig partner, SenderContext context) => new(
        default, "application/fhir+json", context.Time.GetUtcNow(), partner with { Inbound = (partner.Inbound ?? new InboundConfig([])) with { Mode = InboundMode.Lenient } }, context.Tenant.Environment);
}
