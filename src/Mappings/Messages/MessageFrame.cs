using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Messages;

/// <summary>What every message of one mapping run knows: from whom to whom, about whom, and by which ids.</summary>
internal sealed record MessageFrame(Envelope Envelope, MappingContext Context, MessagingConfig Messaging, int Enterprise, HerAddress Receiver, Guid MessageId, MappingLedger Ledger)
{
    /// <summary>Name of the sending enterprise.</summary>
    public string EnterpriseName => Context.Tenant.Organization.Name ?? Context.Tenant.Name;

    /// <summary>Name of the sending communication party.</summary>
    public string ServiceName => Messaging.Name ?? EnterpriseName;

    /// <summary>Telephone of the sending communication party.</summary>
    public required string Phone { get; init; }

    /// <summary>When the document is made: the time it was taken in, never the clock's.</summary>
    public DateTimeOffset Made => Envelope.AcceptedAt;

    /// <summary>A setting of the receiving partner.</summary>
    public string? Option(string name) => Context.Target.Options.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>The frame, or all that is missing in the configuration.</summary>
    /// <param name="envelope">What to write.</param>
    /// <param name="context">For whom.</param>
    /// <param name="form">Name of the mapping: two forms of one message to one partner are two messages, with an id each.</param>
    /// <param name="ledger">The account of every field.</param>
    public static Result<MessageFrame> Of(Envelope envelope, MappingContext context, string form, MappingLedger ledger)
    {
        var errors = new List<HubError>();
        var messaging = context.Tenant.Messaging;
        if (messaging is null)
            errors.Add(KithErrors.NoSender.At("messaging"));
        if (context.Tenant.Organization.Her is null)
            errors.Add(KithErrors.NoSender.At("organization.her"));
        if (messaging is not null && string.IsNullOrWhiteSpace(messaging.Phone))
            errors.Add(KithErrors.NoPhone.At("messaging.phone"));
        if (context.Target.Her is not { Service: not null })
            errors.Add(KithErrors.NoReceiver.At($"partners.{context.Target.Name}.her"));
        return errors.Count > 0
            ? Result<MessageFrame>.Failed(errors)
            : new MessageFrame(envelope, context, messaging!, context.Tenant.Organization.Her!.Value, context.Target.Her!, context.Ids.For($"{form}.msg"), ledger) { Phone = messaging!.Phone! };
    }
}
