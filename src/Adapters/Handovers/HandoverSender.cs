using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Registers;

namespace Hub.Adapters.Handovers;

/// <summary>Takes what partners say about handovers into the register: proposals, answers, withdrawals, and messages of hospitals as proposals.</summary>
internal sealed class HandoverSender(SenderContext context) : ISender
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel)
    {
        var outcomes = new SendOutcome[documents.Count];
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = await SendAsync(documents[i], cancel);
        return outcomes;
    }

    /// <inheritdoc/>
    public Task<bool?> ProbeAsync(CancellationToken cancel) => Task.FromResult<bool?>(true);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<SendOutcome> SendAsync(OutboundItem item, CancellationToken cancel)
    {
        if (context.Registers is not { } registers)
            return new SendOutcome.Failed(HandoverErrors.NotKept.At());
        var read = ContentText.Read(item.Document.Body.Span);
        if (!read.IsOk)
            return new SendOutcome.Failed(read.Errors[0]);
        var told = read.Value;
        var tenant = context.Tenant;
        if (tenant.Parties.Values.FirstOrDefault(p => p.Partners.Contains(told.Source)) is not { } party)
            return new SendOutcome.Failed(HandoverErrors.NoParty.At(detail: $"The partner '{told.Source}' is named by none of 'parties'"));
        var register = new HandoverRegister(registers, context.Time);
        var result = told.Content switch
        {
            CareHandover { Stage: HandoverStage.Accepted or HandoverStage.Refused } answer => await register.AnswerAsync(
                tenant, answer.HandoverId, party.Name, new HandoverAnswer(answer.Stage == HandoverStage.Accepted, answer.Reason, answer.Time.Start) { Author = answer.Author?.Name }, told.Source, cancel),
            CareHandover { Stage: HandoverStage.Withdrawn } back => await register.WithdrawAsync(tenant, back.HandoverId, party.Name, back.Reason, told.Source, cancel),
            CareHandover proposal => await register.ProposeAsync(tenant, Proposal(proposal, told, party.Name, null), told.Source, cancel),
            ClinicalMessage message => await register.ProposeAsync(
                tenant, Proposal(HandoverWords.Proposal(message), told, party.Name, HandoverWords.Conversation(message)), told.Source, cancel),
            _ => HandoverErrors.NotAProposal.At(),
        };
        return result.IsOk ? new SendOutcome.Delivered(result.Value.Stage.ToString().ToLowerInvariant()) : new SendOutcome.Failed(result.Errors[0]);
    }

    // Somebody who only says that responsibility moves asks for it: it is the receiver's to take.
    private HandoverState Proposal(CareHandover content, RegisteredContent told, string from, string? conversation) =>
        new(content.HandoverId, told.Patient, from, Receiver(content, from), HandoverStage.Proposed, content with { Stage = HandoverStage.Proposed }, context.Time.GetUtcNow())
        {
            Conversation = conversation ?? told.Correlation,
        };

    // Named by organisation number; unnamed it is the home municipality, or, from there, the only other party.
    private string Receiver(CareHandover content, string from)
    {
        var parties = context.Tenant.Parties;
        if (content.To?.Id is { } id)
            return parties.Values.FirstOrDefault(p => p.Orgnr == id.Value)?.Name ?? "";
        return from != Responsibility.Self ? Responsibility.Self : parties.Keys.Where(k => k != from).ToList() is [var only] ? only : "";
    }
}
