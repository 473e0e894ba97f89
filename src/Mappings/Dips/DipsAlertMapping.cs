using System.Collections.Frozen;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Mappings.Journal;

namespace Hub.Mappings.Dips;

/// <summary>What RPM RecordKeeper takes: the VKP document Bundle of <c>journal.*</c>, for alerts with their evidence, notes of closed alerts, and alarms of devices. Mapping name <c>dips.alert</c>.</summary>
public sealed class DipsAlertMapping : IMapping
{
    /// <summary>Name in tenant files.</summary>
    public const string FormName = "dips.alert";

    private static readonly FrozenDictionary<ContentKind, IMapping> Journals = new IMapping[] { new AlertMapping(), new NoteMapping(), new DeviceMapping() }
        .ToFrozenDictionary(m => m.Accepts.Single());

    /// <inheritdoc/>
    public string Name => FormName;

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind>(Journals.Keys);

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (!Journals.TryGetValue(envelope.Content.Kind, out var journal))
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var outcome = journal.Map(envelope, context);
        return outcome.Document is { } document ? outcome with { Document = document with { Form = FormName } } : outcome;
    }
}
