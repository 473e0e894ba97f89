using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.CheckWare;

/// <summary>Reads answered forms from a CheckWare-like system, and asks it for them. The format is ours, modelled; README.md beside this file documents it.</summary>
public sealed class CheckWareAdapter : IInboundAdapter, ILookupAdapter
{
    /// <summary>Most assessments in one batch.</summary>
    public const int MostAssessments = 200;

    private static readonly Shape Batch = new("deliveries");
    private static readonly HashSet<LookupKind> Kinds = [LookupKind.Questionnaires];

    /// <inheritdoc/>
    public string Name => "checkware";

    /// <inheritdoc/>
    public IReadOnlySet<LookupKind> Answers(PartnerConfig partner) => partner.Url is null ? new HashSet<LookupKind>() : Kinds;

    /// <inheritdoc/>
    public ILookup OpenLookup(PartnerConfig partner, SenderContext context) => new CheckWareLookup(partner, context);

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input)
    {
        using var document = JsonInput.Open(input.Body, out var error);
        if (document is null)
            return ParsedMessage.Refused(error!);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return ParsedMessage.Refused(IntakeErrors.BadFormat.At("$", "A delivery, or an object with a list of deliveries, is expected."));
        return document.RootElement.TryGetProperty("deliveries"u8, out _)
            ? ReadBatch(document.RootElement, input)
            : new ParsedMessage([DeliveryReader.Read(document.RootElement, "$", input)], [], false);
    }

    private static ParsedMessage ReadBatch(JsonElement root, InboundMessage input)
    {
        var whole = new Findings(input);
        var deliveries = Fields.Read(root, Batch, whole)!.Value("deliveries");
        if (deliveries.ValueKind != JsonValueKind.Array || deliveries.GetArrayLength() == 0)
            whole.Fail(IntakeErrors.BadFormat, "$.deliveries", "A list with at least one delivery is expected here.");
        else if (deliveries.GetArrayLength() > MostAssessments)
            whole.Fail(IntakeErrors.TooManyEntries, "$.deliveries", $"At most {MostAssessments} deliveries are taken at once.");
        return whole.Errors.Count > 0
            ? ParsedMessage.Refused(whole.Errors)
            : new ParsedMessage([.. deliveries.EnumerateArray().Select((d, i) => DeliveryReader.Read(d, $"$.deliveries[{i}]", input))], [], true);
    }
}
