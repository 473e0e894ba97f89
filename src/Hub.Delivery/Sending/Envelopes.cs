using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Storage;

namespace Hub.Delivery.Sending;

/// <summary>Makes envelopes: the same for a message that has just come in as for one that is read again, so that documents come out the same.</summary>
internal static class Envelopes
{
    public static Envelope Of(StoredMessage message, ParsedEvent happened) =>
        Of(message.MessageId, message.Tenant, message.Source, happened, message.AcceptedAt);

    public static Envelope Of(long messageId, string tenant, string source, ParsedEvent happened, DateTimeOffset acceptedAt) =>
        new(messageId, tenant, source, happened.SourceId, happened.Patient, happened.Content, acceptedAt.ToUniversalTime())
        {
            Correlation = happened.Correlation,
            LeftOut = happened.LeftOut,
        };

    /// <summary>The time as every store keeps it: documents must not depend on digits that a database drops.</summary>
    public static DateTimeOffset StoredTime(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
