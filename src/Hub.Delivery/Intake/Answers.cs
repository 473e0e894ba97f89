using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Intake;
using Hub.Core.Storage;

namespace Hub.Delivery.Intake;

/// <summary>Writes answers.</summary>
internal static class Answers
{
    public static IntakeAnswer Refused(HubError error) => new([error], [], false);

    /// <summary>One fault refuses a message that is not a batch: the errors stand with the message and with their entries.</summary>
    public static IntakeAnswer RefusedWhole(ParsedMessage parsed, IReadOnlyList<HubError>?[] errors)
    {
        var entries = new EntryAnswer[parsed.Entries.Count];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new EntryAnswer(parsed.Entries[i].Label, EntryStatus.Refused, [], errors[i] ?? [], parsed.Entries[i].Repairs);
        return new IntakeAnswer([.. errors.Where(e => e is not null).SelectMany(e => e!)], entries, false);
    }

    /// <summary>What became of each entry.</summary>
    /// <param name="parsed">What was read.</param>
    /// <param name="errors">Errors by entry, null when none has any.</param>
    /// <param name="replies">The store's replies for the messages of entries without errors, in order.</param>
    public static IntakeAnswer Of(ParsedMessage parsed, IReadOnlyList<HubError>?[]? errors, IReadOnlyList<IntakeReply> replies)
    {
        var entries = new EntryAnswer[parsed.Entries.Count];
        var next = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = parsed.Entries[i];
            if (errors?[i] is { } refused)
            {
                entries[i] = new EntryAnswer(entry.Label, EntryStatus.Refused, [], refused, entry.Repairs);
                continue;
            }

            var count = entry.Events.Count;
            var ids = new List<long>(count);
            var status = EntryStatus.Repeated;
            for (var k = 0; k < count; k++)
            {
                var reply = replies[next++];
                if (reply.MessageId > 0)
                    ids.Add(reply.MessageId);
                status = Worse(status, reply.Status);
            }

            entries[i] = new EntryAnswer(entry.Label, count == 0 ? EntryStatus.Accepted : status, ids, ErrorsOf(status), entry.Repairs);
        }

        return new IntakeAnswer([], entries, parsed.IsBatch);
    }

    public static string Name(EntryStatus status) => status switch
    {
        EntryStatus.Accepted => "accepted",
        EntryStatus.Repeated => "repeated",
        EntryStatus.Conflict => "conflict",
        _ => "refused",
    };

    private static IReadOnlyList<HubError> ErrorsOf(EntryStatus status) => status switch
    {
        EntryStatus.Conflict => [IntakeErrors.ChangedRepeat.At()],
        EntryStatus.Refused => [IntakeErrors.HeldBack.At()],
        _ => [],
    };

    // An entry is a repeat only when every part of it is, and a conflict when any part is.
    private static EntryStatus Worse(EntryStatus status, IntakeStatus reply) => reply switch
    {
        IntakeStatus.Conflict => EntryStatus.Conflict,
        IntakeStatus.Held when status != EntryStatus.Conflict => EntryStatus.Refused,
        IntakeStatus.Accepted when status == EntryStatus.Repeated => EntryStatus.Accepted,
        _ => status,
    };
}
