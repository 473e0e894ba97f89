using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Registers;

namespace Hub.Adapters.Plans;

/// <summary>A version of a shared plan on its way to the others: the plan under the register's own id and number.</summary>
internal static class PlanNotice
{
    /// <summary>Id of the event: the same for a version whenever it is told.</summary>
    public static string SourceId(string plan, int number) => string.Create(CultureInfo.InvariantCulture, $"plan/{plan}/{number}");

    /// <summary>Writes the notice.</summary>
    /// <param name="version">The version.</param>
    /// <param name="held">Whether its writer has it and nothing older on the way: then routes leave the writer out.</param>
    public static RegisteredContent Of(SharedVersion version, bool held) => new(
        version.Edit.Origin,
        SourceId(version.Key, version.Number),
        version.Edit.Patient,
        version.Edit.Plan with
        {
            PlanId = version.Key,
            Version = version.Number,
            BasedOn = version.BasedOn == 0 ? null : new SharedPlanVersion(version.Key, version.BasedOn).ToString(),
            Origin = held ? version.Edit.Origin : null,
            // Events of one system mean nothing under the register's ids.
            Corrects = null,
        })
    {
        Correlation = $"plan/{version.Key}",
    };

    /// <summary>Reads a notice.</summary>
    public static ParsedMessage Read(InboundMessage input)
    {
        var read = ContentText.Read(input.Body.Span);
        if (!read.IsOk)
            return ParsedMessage.Refused(read.Errors);
        if (read.Value is not { Content: SelfTreatmentPlan plan } notice)
            return ParsedMessage.Refused(IntakeErrors.UnknownKind.At("content"));
        // What a version says never changes: its id and number are its fingerprint.
        var happened = new ParsedEvent(notice.SourceId, notice.Patient, plan, SHA256.HashData(Encoding.UTF8.GetBytes(notice.SourceId))) { Correlation = notice.Correlation };
        return new ParsedMessage([new ParsedEntry(notice.SourceId, [happened], [], [])], [], false);
    }
}
