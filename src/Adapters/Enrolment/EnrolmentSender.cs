using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Registers;
using Hub.Core.Tenants;

namespace Hub.Adapters.Enrolment;

/// <summary>Keeps who is followed up, asks the journal who was included, and lets notices of change pass for those who are. A journal that does not answer is asked again as a delivery is tried again.</summary>
internal sealed class EnrolmentSender(PartnerConfig partner, SenderContext context) : ISender
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel) =>
        await Task.WhenAll(documents.Select(d => SendAsync(d, cancel)));

    /// <inheritdoc/>
    public Task<bool?> ProbeAsync(CancellationToken cancel) => Task.FromResult<bool?>(true);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<SendOutcome> SendAsync(OutboundItem item, CancellationToken cancel)
    {
        if (context.Registers is not { } registers)
            return Failed(EnrolmentErrors.NotKept.At());
        var read = ContentText.Read(item.Document.Body.Span);
        if (!read.IsOk)
            return Failed(read.Errors[0]);
        var register = new EnrolmentRegister(registers, context.Tenant.Name, partner.Name);
        return read.Value.Content switch
        {
            PatientStatus status => await StatusAsync(register, registers, read.Value, status, cancel),
            Personalia changed => await ChangeAsync(register, registers, read.Value, changed, cancel),
            _ => Failed(EnrolmentErrors.NotAnEnrolment.At()),
        };
    }

    private async Task<SendOutcome> StatusAsync(EnrolmentRegister register, HubRegisters registers, RegisteredContent told, PatientStatus status, CancellationToken cancel)
    {
        var now = context.Time.GetUtcNow();
        var kept = await register.TellAsync(told.Patient, status, told.Source, now, cancel);
        if (!kept.IsOk)
            return Failed(kept.Errors[0]);
        // An inclusion that comes after the end of the same follow-up asks for nobody.
        if (status.State != FollowUpState.Included || !EnrolmentState.IsFollowed(kept.Value, now))
            return new SendOutcome.Delivered(kept.Value.State.ToString().ToLowerInvariant());
        if (context.Lookups is not { } lookups)
            return Failed(LookupErrors.NobodyToAsk.At());
        var answer = await lookups.AskAsync(context.Tenant, partner.Options[EnrolmentAdapter.Journal], new LookupQuery.PersonaliaOf(told.Patient.Id), cancel);
        if (!answer.IsOk)
            return Failed(answer.Errors[0].Code == LookupErrors.PatientUnknown.Code ? EnrolmentErrors.UnknownInJournal.At() : answer.Errors[0]);
        return answer.Value.Findings.FirstOrDefault(f => f.Content is Personalia && f.Patient.Id.Value == told.Patient.Id.Value) is { } found
            ? await TakeInAsync(registers, told, found.Patient, found.Content, cancel)
            : Failed(EnrolmentErrors.UnknownInJournal.At());
    }

    private async Task<SendOutcome> ChangeAsync(EnrolmentRegister register, HubRegisters registers, RegisteredContent told, Personalia changed, CancellationToken cancel)
    {
        var known = await register.OfAsync(told.Patient, cancel);
        if (!known.IsOk)
            return Failed(known.Errors[0]);
        return EnrolmentState.IsFollowed(known.Value, context.Time.GetUtcNow())
            ? await TakeInAsync(registers, told, told.Patient, changed with { Corrects = changed.Corrects is { } id ? IdOf(told.Source, id) : null }, cancel)
            : new SendOutcome.Delivered("not followed up; nobody is told");
    }

    // One event has one answer, whoever told of it and however often it is tried.
    private async Task<SendOutcome> TakeInAsync(HubRegisters registers, RegisteredContent told, Patient patient, HomeContent content, CancellationToken cancel)
    {
        var body = ContentText.Write(new RegisteredContent(partner.Name, IdOf(told.Source, told.SourceId), patient, content) { Correlation = told.Correlation ?? told.SourceId });
        var taken = await registers.Intake.AcceptAsync(new(context.Tenant.Name, partner.Name, body, ContentText.MediaType), cancel);
        return taken is { Errors: [], Entries: [{ Errors: [] } entry] }
            ? new SendOutcome.Delivered($"message {string.Join(' ', entry.MessageIds)}")
            : Failed(taken.Errors.Concat(taken.Entries.SelectMany(e => e.Errors)).FirstOrDefault() ?? IntakeErrors.Defect.At());
    }

    private static string IdOf(string source, string id) => $"{source}/{id}";

    // It is the journal that does not answer, and the lookups have a circuit for that: what needs no journal goes on.
    private static SendOutcome.Failed Failed(HubError error) => new(error);
}
