using Hub.Ebxml.Envelope;
using static Hub.Ebxml.Inspection.MessageRule;

namespace Hub.Ebxml.Inspection;

/// <summary>Rules about business messages: receipt asked for, duplicates dropped, manifest and attachments the same.</summary>
internal static class PayloadRules
{
    private const string Header = "/SOAP:Envelope/SOAP:Header";
    private const string Manifest = "/SOAP:Envelope/SOAP:Body/eb:Manifest";

    public static MessageRule[] All { get; } =
    [
        Warning(74, ErrorCodes.OtherXml, Header + "/eb:MessageHeader", "eb:DuplicateElimination is missing.", i => i.Payload is not null && !i.Header.DuplicateElimination),
        Warning(75, ErrorCodes.OtherXml, Header, "eb:AckRequested is missing.", i => i.Payload is { AckRequested: null, SyncReply: false }),
        Warning(94, ErrorCodes.ValueNotRecognized, Header + "/eb:AckRequested", "The receipt is not asked to be signed.", i => i.Payload is { AckRequested.Signed: false }),
        Error(5, ErrorCodes.MimeProblem, Manifest, "The manifest is missing though there is an attachment.", i => Listed(i).Count == 0 && i.Mime.Attachments.Count > 0),
        Error(6, ErrorCodes.MimeProblem, Manifest, "The manifest names an attachment that is not there.", i => Listed(i).Any(r =>
            r.ContentId is { } id && i.Mime.Attachments.All(a => a.ContentId != id))),
        Warning(27, ErrorCodes.MimeProblem, Manifest, "An attachment is not named in the manifest.", i => Listed(i).Count > 0 && i.Mime.Attachments.Any(a =>
            Listed(i).All(r => r.ContentId != a.ContentId))),
        Note(23, ErrorCodes.OtherXml, Manifest, "A reference of the manifest is not a content id.", i => Listed(i).Any(r => r.ContentId is null)),
        Note(265, ErrorCodes.OtherXml, Manifest, "A reference has no schema (HITS 1210).", i => Listed(i).Any(r => r.Schemas.Count == 0)),
        Note(266, ErrorCodes.OtherXml, Manifest, "The schema has no location.", i => Listed(i).Any(r => r.Schemas.Any(s => s.Location.Length == 0))),
        Warning(267, ErrorCodes.OtherXml, Manifest, "The schema's version is empty.", i => Listed(i).Any(r => r.Schemas.Any(s => s.Version?.Length == 0))),
        Note(268, ErrorCodes.OtherXml, Header + "/eb:MessageHeader/eb:Description", "The description is not the JSON of HITS 1210.", i =>
            i.Header.Descriptions.Any(d => d.Language == SystemDescription.Language && SystemDescription.Read(d) is null)),
        Note(279, ErrorCodes.OtherXml, Header + "/eb:MessageHeader", "Schema and description of HITS 1210 do not stand together.", i => i.Payload is not null
            && (i.Header.Descriptions.Count > 0) != Listed(i).Any(r => r.Schemas.Count > 0)),
    ];

    private static IReadOnlyList<ManifestReference> Listed(RuleInput input) => input.Payload?.Manifest.References ?? [];
}
