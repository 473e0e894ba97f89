using Hub.Adapters.Folders;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.PeakFlow;

/// <summary>Reads the CSV files that a vendor of peak flow meters puts in a folder. The format is ours, modelled; README.md beside this file documents it.</summary>
public sealed class PeakFlowAdapter : IPolledAdapter
{
    /// <summary>Most readings of one file.</summary>
    public const int MostLines = 1000;

    /// <inheritdoc/>
    public string Name => "peakflow";

    /// <inheritdoc/>
    public IReadOnlyList<string> Options { get; } = [.. DropFolderOptions.Names, CsvCharset.Option];

    /// <inheritdoc/>
    public IEnumerable<HubError> Check(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets)
    {
        DropFolderOptions.Read(partner, out var errors);
        return CsvCharset.Check(partner) is { } fault ? [.. errors, fault] : errors;
    }

    /// <inheritdoc/>
    public IEnumerable<HubError> Remarks(PartnerConfig partner, TenantConfig tenant, ISecretReader secrets, DateTimeOffset now) => DropFolderOptions.Remarks(partner);

    /// <inheritdoc/>
    public IFeed OpenFeed(PartnerConfig partner, SenderContext context) => new DropFolder(partner, context, "text/csv");

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input)
    {
        var text = CsvCharset.Read(input);
        if (!text.IsOk)
            return ParsedMessage.Refused(text.Errors);
        var lines = CsvText.Lines(text.Value);
        if (lines.Count == 0)
            return ParsedMessage.Refused(IntakeErrors.EmptyBody.At(null, "The file has no header line"));
        var header = CsvHeader.Read(lines[0], input);
        if (!header.IsOk)
            return ParsedMessage.Refused(header.Errors);
        if (lines.Count == 1)
            return ParsedMessage.Refused(IntakeErrors.EmptyBody.At(null, "The file has a header line and no readings"));
        if (lines.Count - 1 > MostLines)
            return ParsedMessage.Refused(IntakeErrors.TooManyEntries.At(null, $"At most {MostLines} readings are taken from one file"));
        return new ParsedMessage([.. lines.Skip(1).Select(line => LineReader.Read(line, header.Value, input))], [], true);
    }
}
