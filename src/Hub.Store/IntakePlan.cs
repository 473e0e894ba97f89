using System.Runtime.InteropServices;
using Hub.Core.Storage;

namespace Hub.Store;

/// <summary>Sorts a group out before it is stored: what is new, what was stored before, what stands twice in the group. Pure.</summary>
internal sealed class IntakePlan
{
    private readonly List<Answer> _answers = [];

    private IntakePlan(IReadOnlyList<NewRawMessage> group) => Group = group;

    /// <summary>What is asked for.</summary>
    public IReadOnlyList<NewRawMessage> Group { get; }

    /// <summary>Messages to be stored, in the order of the group.</summary>
    public List<NewRow> Rows { get; } = [];

    /// <summary>Sorts a group out.</summary>
    /// <param name="group">The group.</param>
    /// <param name="known">Messages that are stored, by source key.</param>
    /// <returns>The plan.</returns>
    public static IntakePlan Of(IReadOnlyList<NewRawMessage> group, IReadOnlyDictionary<Guid, KnownMessage> known)
    {
        var plan = new IntakePlan(group);
        var slots = new Dictionary<Guid, int>();
        foreach (var raw in group)
        {
            var first = -1;
            var held = raw.AllOrNone && raw.Messages.Count > 1 && plan.HasConflict(raw, known, slots);
            foreach (var message in raw.Messages)
            {
                if (known.Count > 0 && known.TryGetValue(message.SourceKey, out var old))
                {
                    plan._answers.Add(new Answer(-1, old.Id, Compare(old.Fingerprint, message.Fingerprint)));
                    continue;
                }

                if (held && !slots.ContainsKey(message.SourceKey))
                {
                    plan._answers.Add(new Answer(-1, 0, IntakeStatus.Held));
                    continue;
                }

                ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(slots, message.SourceKey, out var twice);
                if (twice)
                {
                    plan._answers.Add(new Answer(slot, 0, Compare(plan.Rows[slot].Message.Fingerprint, message.Fingerprint)));
                    continue;
                }

                slot = plan.Rows.Count;
                first = first < 0 ? slot : first;
                plan.Rows.Add(new NewRow(raw, message, first));
                plan._answers.Add(new Answer(slot, 0, IntakeStatus.Accepted));
            }
        }

        return plan;
    }

    /// <summary>The replies once ids are given.</summary>
    /// <param name="ids">Id of each row.</param>
    /// <returns>One list per raw message.</returns>
    public IReadOnlyList<IReadOnlyList<IntakeReply>> Replies(ReadOnlySpan<long> ids)
    {
        var replies = new IReadOnlyList<IntakeReply>[Group.Count];
        var next = 0;
        for (var r = 0; r < replies.Length; r++)
        {
            var some = new IntakeReply[Group[r].Messages.Count];
            for (var m = 0; m < some.Length; m++)
            {
                var answer = _answers[next++];
                some[m] = new IntakeReply(answer.Slot < 0 ? answer.OldId : ids[answer.Slot], answer.Status);
            }

            replies[r] = some;
        }

        return replies;
    }

    // Whether any message of a raw stands against what is stored, what stands earlier in the group, or another of its own.
    private bool HasConflict(NewRawMessage raw, IReadOnlyDictionary<Guid, KnownMessage> known, Dictionary<Guid, int> slots)
    {
        var own = new Dictionary<Guid, Guid>();
        foreach (var message in raw.Messages)
        {
            var before = known.TryGetValue(message.SourceKey, out var old) ? old.Fingerprint
                : slots.TryGetValue(message.SourceKey, out var slot) ? Rows[slot].Message.Fingerprint
                : own.TryGetValue(message.SourceKey, out var twin) ? twin
                : message.Fingerprint;
            if (before != message.Fingerprint)
                return true;
            own.TryAdd(message.SourceKey, message.Fingerprint);
        }

        return false;
    }

    private static IntakeStatus Compare(Guid stored, Guid given) => stored == given ? IntakeStatus.Repeated : IntakeStatus.Conflict;

    /// <summary>A message to be stored.</summary>
    /// <param name="Raw">What it came in.</param>
    /// <param name="Message">The message.</param>
    /// <param name="First">Row that holds the raw bytes: itself, or the first new one of the same raw message.</param>
    internal readonly record struct NewRow(NewRawMessage Raw, NewMessage Message, int First);

    private readonly record struct Answer(int Slot, long OldId, IntakeStatus Status);
}

/// <summary>What repeats are compared with.</summary>
/// <param name="Id">Number of the stored message.</param>
/// <param name="Fingerprint">Fingerprint of its event.</param>
internal readonly record struct KnownMessage(long Id, Guid Fingerprint);
