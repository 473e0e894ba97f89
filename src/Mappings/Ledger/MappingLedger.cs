using Hub.Core.Content;
using Hub.Core.Mappings;

namespace Hub.Mappings.Ledger;

/// <summary>
/// The account a mapping keeps while it writes: where each field went. Paths name fields, not list positions; a field that went two ways has two lines.
/// Lines are shared constants, so that keeping the account costs next to nothing.
/// </summary>
public sealed class MappingLedger
{
    private readonly List<LedgerEntry> _lines;
    private readonly string _prefix;
    private readonly string _target;

    private MappingLedger(List<LedgerEntry> lines, string prefix, string target) => (_lines, _prefix, _target) = (lines, prefix, target);

    /// <summary>An account that starts with what the parser left out.</summary>
    /// <param name="envelope">The envelope.</param>
    public MappingLedger(Envelope envelope)
        : this(new List<LedgerEntry>(32), "", "")
    {
        foreach (var left in envelope.LeftOut)
            _lines.Add(new LedgerEntry(left.Path, null, left.Reason));
    }

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<LedgerEntry> Lines => _lines;

    /// <summary>The account of a content inside another.</summary>
    /// <param name="source">Path of the inner content.</param>
    /// <param name="target">Where it is written.</param>
    /// <returns>An account that writes to the same lines.</returns>
    public MappingLedger Under(string source, string target = "") => new(_lines, $"{_prefix}{source}.", target);

    /// <summary>Adds a line, once.</summary>
    /// <param name="line">The line.</param>
    public void Add(LedgerEntry line)
    {
        var full = _prefix.Length == 0
            ? line
            : new LedgerEntry(_prefix + line.Source, line.Target is null || _target.Length == 0 ? line.Target : $"{_target}/{line.Target}", line.Reason);
        if (!_lines.Contains(full))
            _lines.Add(full);
    }

    /// <summary>Adds a line when a field has something in it.</summary>
    /// <param name="present">Whether it has.</param>
    /// <param name="line">The line.</param>
    public void AddIf(bool present, LedgerEntry line)
    {
        if (present)
            Add(line);
    }
}
