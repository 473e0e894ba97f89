using System.Text.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Dips;

/// <summary>Holds the installation's CapabilityStatement against the versions that are pinned, every ten minutes, so that an upgrade shows before it spoils documents.</summary>
internal sealed class DipsVersion(DipsConnection connection, TimeProvider time)
{
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(10);

    private long _goodUntil;

    public ValueTask<SendOutcome.Failed?> CheckAsync(CancellationToken cancel)
    {
        var pinned = connection.Options.FhirVersion is not null || connection.Options.ApiVersion is not null;
        return !pinned || time.GetUtcNow().UtcTicks < Interlocked.Read(ref _goodUntil) ? default : new ValueTask<SendOutcome.Failed?>(AskAsync(cancel));
    }

    /// <summary>What a CapabilityStatement says against what is pinned; null when they agree.</summary>
    public static HubError? Compare(ReadOnlySpan<byte> statement, DipsOptions options)
    {
        try
        {
            var reader = new Utf8JsonReader(statement);
            using var document = JsonDocument.ParseValue(ref reader);
            if (DipsJson.Text(document.RootElement, "resourceType") != "CapabilityStatement")
                return DeliveryErrors.UnreadableAnswer.At("CapabilityStatement", "The journal's capability statement cannot be read");
            var fhir = DipsJson.Text(document.RootElement, "fhirVersion");
            var software = DipsJson.Text(DipsJson.Member(document.RootElement, "software"), "version");
            return options.FhirVersion is { } wanted && wanted != fhir ? Other("options.fhirVersion", "fhirVersion", fhir)
                : options.ApiVersion is { } pinned && pinned != software ? Other("options.apiVersion", "software.version", software)
                : null;
        }
        catch (JsonException)
        {
            return DeliveryErrors.UnreadableAnswer.At("CapabilityStatement", "The journal's capability statement cannot be read");
        }
    }

    private static HubError Other(string option, string element, string? found) =>
        DipsErrors.OtherVersion.At(option, $"The journal's {element} is {(found is { Length: > 0 and <= 40 } ? found : "not said")}, another than the tenant file pins");

    private async Task<SendOutcome.Failed?> AskAsync(CancellationToken cancel)
    {
        var answer = await connection.FhirAsync(HttpMethod.Get, "metadata", null, [], cancel);
        if (answer.Failure is { } failure)
            return failure;
        if (answer.Status != 200)
            return DipsAnswer.Classify(answer) as SendOutcome.Failed ?? new SendOutcome.Failed(DeliveryErrors.PartnerFault.At(detail: $"The journal's capability statement answered {answer.Status}"));
        var fault = Compare(answer.Whole ? answer.Body.Span : [], connection.Options);
        if (fault is not null)
            return new SendOutcome.Failed(fault, PartnerDown: true);
        Interlocked.Exchange(ref _goodUntil, (time.GetUtcNow() + Good).UtcTicks);
        return null;
    }
}
