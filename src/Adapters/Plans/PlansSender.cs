using System.Globalization;
using Hub.Adapters.Plans.CarePlans;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Fhir.Json;
using Hub.Fhir.Model;

namespace Hub.Adapters.Plans;

/// <summary>Brings what systems write to the register.</summary>
internal sealed class PlansSender(SenderContext context) : ISender
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel)
    {
        var outcomes = new List<SendOutcome>(documents.Count);
        foreach (var item in documents)
            outcomes.Add(await TakeAsync(item.Document, cancel));
        return outcomes;
    }

    /// <inheritdoc/>
    public Task<bool?> ProbeAsync(CancellationToken cancel) => Task.FromResult<bool?>(context.Registers is not null);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<SendOutcome> TakeAsync(OutboundDocument document, CancellationToken cancel)
    {
        if (context.Registers is not { } registers)
            return new SendOutcome.Failed(PlanErrors.Busy.At(detail: "There is no register around"));
        var edit = Read(document);
        if (!edit.IsOk)
            return new SendOutcome.Failed(edit.Errors[0]);
        try
        {
            var (verdict, latest) = await new PlanRegister(registers, context.Tenant.Name, context.Time).TakeAsync(edit.Value, waits: false, cancel);
            return Outcome(verdict, latest);
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome.Failed(DeliveryErrors.TimedOut.At());
        }
        catch (StoreUnavailableException)
        {
            return new SendOutcome.Failed(PlanErrors.Busy.At(detail: "The database does not answer"));
        }
    }

    private static SendOutcome Outcome(PlanVerdict verdict, SharedVersion? latest) => verdict switch
    {
        PlanVerdict.Next next => new SendOutcome.Delivered(Receipt(latest!.Key, next.Number)),
        PlanVerdict.Repeat repeat => new SendOutcome.Delivered(Receipt(latest!.Key, repeat.Number), Repeat: true),
        PlanVerdict.Conflict conflict => new SendOutcome.Failed(conflict.Error.At(detail: Text(conflict, latest))),
        PlanVerdict.Refused refused => new SendOutcome.Failed(refused.Error),
        _ => throw new InvalidOperationException("A verdict of another kind."),
    };

    private static string Receipt(string plan, int number) => string.Create(CultureInfo.InvariantCulture, $"CarePlan/{plan}/_history/{number}");

    private static string Text(PlanVerdict.Conflict conflict, SharedVersion? latest)
    {
        var basis = conflict.BasedOn == 0 ? "from none" : string.Create(CultureInfo.InvariantCulture, $"from version {conflict.BasedOn}");
        return string.Create(CultureInfo.InvariantCulture, $"{conflict.Error.Title}. Edited {basis} of plan {latest?.Key}; the latest is {conflict.Latest}");
    }

    private Result<PlanEdit> Read(OutboundDocument document) => document.Form switch
    {
        "hub.content" => ContentText.Read(document.Body.Span) is { IsOk: true, Value: { Content: SelfTreatmentPlan plan } content }
            ? new PlanEdit(content.Source, content.SourceId, content.Source, content.Patient, plan)
            : PlanErrors.NotAPlan.At("content"),
        "fhir.careplan" => ReadCarePlan(document),
        _ => PlanErrors.WrongForm.At(),
    };

    private Result<PlanEdit> ReadCarePlan(OutboundDocument document)
    {
        if (FhirJson.Read(document.Body.Span).Resource is not CarePlan plan)
            return PlanErrors.NotAPlan.At("CarePlan");
        var reading = CarePlanReader.Read(plan, context.Time.GetUtcNow());
        if (!reading.IsOk)
            return Result<PlanEdit>.Failed(reading.Errors);
        return reading.Value is { Source: { } source, SourceId: { } id } read
            ? new PlanEdit(source, id, source, read.Patient, read.Plan)
            : PlanErrors.NotAPlan.At("CarePlan.identifier", "The hub's identifier of the event is missing");
    }
}
