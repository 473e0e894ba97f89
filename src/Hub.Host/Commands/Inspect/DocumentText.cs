using System.Globalization;

namespace Hub.Host.Commands.Inspect;

/// <summary>A document in the report for people.</summary>
internal static class DocumentText
{
    /// <summary>Writes a document.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="d">The document.</param>
    /// <param name="isFile">Whether it is the file itself, whose signature has been told already.</param>
    public static void Write(InspectText text, DocumentView d, bool isFile)
    {
        text.Line("");
        text.Line($"document: {d.Standard} {d.Version}".TrimEnd() + (d.Wrapper is null ? "" : $" inside {d.Wrapper}"));
        text.Field("attachment", d.ContentId);
        text.Field("root", d.Root);
        text.Field("type", d.Type is null ? null : Code(d.Type.Code, d.Type.Text));
        text.Field("id", d.MsgId);
        text.Field("sent", d.Sent);
        text.Field("purpose", d.Processing);
        text.Field("sender", Unit(d.Sender));
        text.Field("receiver", Unit(d.Receiver));
        text.Field("copies", d.Copies == 0 ? null : d.Copies.ToString(CultureInfo.InvariantCulture));
        text.Field("conversation", d.Conversation is { } c ? $"began with {c.First ?? "(not given)"}, answers {c.Previous ?? "(not given)"}" : null);
        text.Field("patient", d.PatientIds is { } ids ? ids.Count == 0 ? "without number" : $"by {string.Join(", ", ids)}" : null);
        text.Field("status", d.Status switch { "N" => "N (new)", "M" => "M (changed)", "C" => "C (cancelled)", var other => other });
        Receipt(text, d.Receipt);
        foreach (var content in d.Contents)
            text.Field("holds", string.Join(", ", new[] { content.What, content.Root, content.Bytes is { } bytes ? InspectText.Size(bytes) : null, content.Description }.OfType<string>()));
        foreach (var heading in d.Headings)
            Heading(text, heading);
        if (!isFile)
        {
            text.Field("own signature", d.Signature.ToString());
            text.Certificate(d.Signature.Certificate, d.Signature.Status == "invalid");
        }

        text.Field("schema", d.Schema == "unjudged" ? "not judged: there is no schema here" : d.Schema);
        foreach (var finding in d.Findings)
            text.Line($"{finding.Code} {finding.Severity} {finding.Path}: {finding.Text}");
    }

    private static void Receipt(InspectText text, ReceiptView? receipt)
    {
        if (receipt is null)
            return;
        text.Field("says", receipt.Status switch { "ok" => "accepted", "okWithErrors" => "accepted with a fault in a part", var other => other });
        text.Field("about", $"{Code(receipt.AboutType.Code, receipt.AboutType.Text)} {receipt.AboutMsgId}, sent {receipt.AboutSent}");
        foreach (var error in receipt.Errors)
            text.Field("fault", Code(error.Code, error.Text) + (error.Explanation is null ? "" : $": {error.Explanation}"));
    }

    private static void Heading(InspectText text, HeadingView heading)
    {
        var code = heading.Code is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ({heading.List}:{heading.Code})");
        text.Field("heading", string.Create(CultureInfo.InvariantCulture, $"{heading.Heading}{code}, {heading.Characters} characters"));
        foreach (var line in (heading.Text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            text.Line("    | " + line.TrimEnd('\r'));
    }

    private static string Code(string? code, string? text) => text is null ? code ?? "(no code)" : $"{code ?? "(no code)"} {text}";

    private static string? Unit(UnitView? unit)
    {
        if (unit is null)
            return null;
        var parts = new[] { unit.EnterpriseHer is { } her ? $"HER {her}" : "no HER-id", unit.ServiceHer is { } service ? $"service HER {service}" : null, unit.OrganisationNumber is { } number ? $"ENH {number}" : null };
        return string.Join(", ", parts.Concat(unit.Names ?? []).OfType<string>());
    }
}
