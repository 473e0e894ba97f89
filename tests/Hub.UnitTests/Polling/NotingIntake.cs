using System.Text;
using Hub.Core.Errors;
using Hub.Core.Intake;

namespace Hub.UnitTests.Polling;

/// <summary>Takes each text in once; one with <c>bad</c> in it is refused.</summary>
internal sealed class NotingIntake : IIntake
{
    private readonly List<string> _taken = [];

    /// <summary>What was taken in, in order, each once.</summary>
    public IReadOnlyList<string> Taken => _taken;

    /// <summary>How many repeats there were.</summary>
    public int Repeats { get; private set; }

    /// <summary>What happens before a text is looked at; an error from it is the answer.</summary>
    public Func<string, HubError?> Before { get; set; } = _ => null;

    /// <summary>Whether bad texts are bad.</summary>
    public bool IsStrict { get; set; } = true;

    public Task<IntakeAnswer> AcceptAsync(IntakeRequest request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var text = Encoding.UTF8.GetString(request.Body.Span);
        if (Before(text) is { } error)
            return Task.FromResult(new IntakeAnswer([error], [], false));
        var entries = text.Split(',').Select(Entry).ToList();
        return Task.FromResult(new IntakeAnswer([], entries, entries.Count > 1));
    }

    private EntryAnswer Entry(string text)
    {
        if (IsStrict && text.Contains("bad", StringComparison.Ordinal))
            return new EntryAnswer(text, EntryStatus.Refused, [], [IntakeErrors.Implausible.At("$.value")], []);
        if (text.Contains("changed", StringComparison.Ordinal))
            return new EntryAnswer(text, EntryStatus.Conflict, [], [IntakeErrors.ChangedRepeat.At()], []);
        if (_taken.IndexOf(text) is >= 0 and var known)
        {
            Repeats++;
            return new EntryAnswer(text, EntryStatus.Repeated, [known + 1], [], []);
        }

        _taken.Add(text);
        return new EntryAnswer(text, EntryStatus.Accepted, [_taken.Count], [], []);
    }
}
