using System.Security.Cryptography;
using System.Text;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Adapters.Enrolment;

/// <summary>Enrolment as a partner of the tenant: routes bring it who was included, paused and ended, and what the journal notices of people; it asks the journal who was included, and what is known of those who are followed up goes on as
/// personalia with it as the source. See the README beside this file.</summary>
public sealed class EnrolmentAdapter : IRegisterAdapter
{
    /// <summary>Setting that names the journal to ask.</summary>
    public const string Journal = "journal";

    /// <inheritdoc/>
    public string Name => "enrolment";

    /// <inheritdoc/>
    public IReadOnlyList<string> Options { get; } = [Journal];

    /// <inheritdoc/>
    public string RecordKind => RecordKinds.Enrolment;

    /// <inheritdoc/>
    public bool Reaches(PartnerConfig partner) => true;

    /// <inheritdoc/>
    public ISender Open(PartnerConfig partner, SenderContext context) => new EnrolmentSender(partner, context);

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input)
    {
        var read = ContentText.Read(input.Body.Span);
        if (!read.IsOk)
            return ParsedMessage.Refused(read.Errors);
        var told = read.Value;
        if (told.Content is not Personalia)
            return ParsedMessage.Refused(EnrolmentErrors.NotAnEnrolment.At());
        // The journal may be asked twice, and answer otherwise the second time: one event is told once.
        var happened = new ParsedEvent(told.SourceId, told.Patient, told.Content, SHA256.HashData(Encoding.UTF8.GetBytes(told.SourceId))) { Correlation = told.Correlation };
        return new ParsedMessage([new ParsedEntry(told.SourceId, [happened], [], [])], [], false);
    }

    /// <inheritdoc/>
    public Task DueAsync(StoredRecord due, PartnerConfig partner, SenderContext context, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    public IEnumerable<HubError> Check(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets)
    {
        if (!partner.Options.TryGetValue(Journal, out var journal))
            yield return ConfigErrors.Missing.At("options.journal", "'journal' is required: the partner that knows who somebody is");
        else if (!tenant.Partners.TryGetValue(journal, out var asked) || asked.Name == partner.Name)
            yield return ConfigErrors.BadValue.At("options.journal", $"There is no partner '{journal}' that could be asked");
    }
}
