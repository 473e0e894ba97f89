using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Delivery.Lanes;
using Hub.Delivery.Ownership;
using Hub.Delivery.Sending;

namespace Hub.Delivery.Intake;

/// <summary>Hands new deliveries to the owner of their partition: with their content when this node owns it, as a hint over the broker when another does, or not at all (the pump of the owner finds them).</summary>
internal sealed class Dispatch(NodeContext node, PartitionTable partitions, NodeWays ways, Signal pump)
{
    private long _last = -1;

    /// <summary>A request was committed. Called by the one intake writer, in the order of message numbers.</summary>
    public void Committed(IntakeJob job, IReadOnlyList<IntakeReply> replies)
    {
        var accepted = 0;
        for (var i = 0; i < replies.Count; i++)
        {
            if (replies[i].Status != IntakeStatus.Accepted)
                continue;
            accepted++;
            NoteNumber(replies[i].MessageId);
            Deliver(job, i, replies[i].MessageId);
        }

        if (accepted > 0)
            node.Events.Accepted(job.Raw.Tenant, job.Raw.Source, accepted);
    }

    /// <summary>A commit is in doubt: the pump is to look.</summary>
    public void InDoubt()
    {
        node.NoteGap();
        pump.Set();
    }

    // A number that does not follow this node's last one means that another node took something in between.
    private void NoteNumber(long id)
    {
        if (!ways.Ownership.IsExclusive && id != _last + 1)
            node.NoteGap();
        _last = id;
    }

    private void Deliver(IntakeJob job, int index, long messageId)
    {
        var message = job.Raw.Messages[index];
        Core.Content.Envelope? envelope = null;
        for (var i = 0; i < message.Deliveries.Count; i++)
        {
            var delivery = message.Deliveries[i];
            if (delivery.DeadLetter is not null)
                continue;
            var id = new DeliveryId(messageId, (short)(i + 1));
            if (partitions.DestinationOf(delivery.Partition, job.Raw.Tenant, delivery.Partner) is not { } destination)
            {
                ways.Hints.Send(delivery.Partition, job.Raw.Tenant, delivery.Partner, id);
                continue;
            }

            envelope ??= Envelopes.Of(messageId, job.Raw.Tenant, job.Raw.Source, job.Events[index], job.Raw.ReceivedAt);
            destination.HandOff(WorkEntry.New(Row(job.Raw, message, delivery, id), envelope, job.Raw.SealedBody.Length / job.Raw.Messages.Count), node.Gap);
        }
    }

    private static DeliveryRow Row(NewRawMessage raw, NewMessage message, NewDelivery delivery, DeliveryId id) => new(
        id, raw.Tenant, delivery.Partner, delivery.Route, delivery.Mapping, delivery.Partition, delivery.Lane,
        DeliveryState.Pending, delivery.DueAt ?? raw.ReceivedAt, 0, delivery.DueAt ?? raw.ReceivedAt, raw.Snapshot, 0, false)
    {
        Answer = message.PartOf(delivery),
    };
}
