using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Host.Errors;

namespace Hub.Host.Faces;

/// <summary>OperationOutcomes of questions on the VKP face, with VKP's operation-outcome codes beside the hub's. The public clients read either <c>details.text</c> or <c>diagnostics</c>, so both say it.</summary>
internal static class VkpOutcome
{
    private const string HubCodes = "urn:hub:error";

    /// <summary>VKP's code of an error.</summary>
    /// <param name="code">The hub's code.</param>
    /// <returns>A code of vkp-operation-outcome-v090.</returns>
    public static string CodeOf(string code) =>
        code == VkpReadErrors.NotAllowed.Code ? "1.4"
        : code == VkpReadErrors.ServiceNotAllowed.Code ? "1.2"
        : code == VkpReadErrors.NoServiceNeed.Code || code == LookupErrors.PatientUnknown.Code ? "1.3"
        : code == VkpReadErrors.BadPatient.Code ? "2.1"
        : code == VkpReadErrors.WrongParameters.Code ? "2.3"
        : code == VkpReadErrors.BadFormat.Code ? "2.4"
        : code == VkpReadErrors.TimedOut.Code || code == LookupErrors.TimedOut.Code ? "3.1"
        : "3";

    /// <summary>An error, or what is missing from an answer.</summary>
    /// <param name="error">The error.</param>
    /// <param name="severity">How serious it is; default error.</param>
    /// <param name="who">Partner it is about, null for none.</param>
    /// <returns>The issue.</returns>
    public static OperationOutcomeIssue Issue(HubError error, string severity = IssueSeverity.Error, string? who = null)
    {
        var vkp = VkpOperationOutcomes.Terms[CodeOf(error.Code)];
        var text = who is null ? error.Text : $"{who}: {error.Text}";
        return new OperationOutcomeIssue
        {
            Severity = severity,
            Code = TypeOf(vkp.Code),
            Details = new CodeableConcept { Coding = [vkp.ToCoding(), new Coding { System = HubCodes, Code = error.Code }], Text = text },
            Diagnostics = $"{vkp.Code} {vkp.Display} ({error.Code}): {text}",
            Expression = error.Path is { } path ? [path] : [],
        };
    }

    /// <summary>Something that the reader must know and that is no error.</summary>
    /// <param name="code">Short name.</param>
    /// <param name="text">In words.</param>
    /// <returns>The issue.</returns>
    public static OperationOutcomeIssue Information(string code, string text) => new()
    {
        Severity = IssueSeverity.Information,
        Code = IssueType.Informational,
        Details = new CodeableConcept { Coding = [new Coding { System = "urn:hub:answer", Code = code }], Text = text },
        Diagnostics = text,
    };

    private static string TypeOf(string vkp) => vkp switch
    {
        "3.1" => IssueType.Timeout,
        ['1', ..] => IssueType.Forbidden,
        ['2', ..] => IssueType.Invalid,
        _ => IssueType.Transient,
    };
}
