using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;

namespace Hub.Adapters.FhirReading;

/// <summary>A DetectedIssue as an alert.</summary>
internal static class IssueReader
{
    public static Alert? Read(DetectedIssue issue, string path, string alertId, ClinicalTime? closed, Party? closedBy, FhirSource source, Findings findings)
    {
        if (Terms.Time(issue.Identified) is not { } raised)
        {
            findings.Fail(IntakeErrors.Missing, $"{path}.identified", "An alert has a time.");
            return null;
        }

        if (findings.ClockFault(raised.Start) is { } fault)
        {
            findings.Fail(IntakeErrors.ClockOff, $"{path}.identified", fault);
            return null;
        }

        var word = Lights.OfWord(issue.Detail);
        var action = string.Join("\n", issue.Mitigation.Select(m => Terms.Concept(m.Action)).Select(Words).OfType<string>());
        return new Alert(alertId, closed is null ? AlertState.Raised : AlertState.Closed, closed is null ? raised : raised with { End = closed.Start })
        {
            Triage = Lights.Graver(Lights.OfSeverity(issue.Severity), word),
            Code = AlertCodes.Read(issue.Code, $"{path}.code", findings),
            Cause = word == Triage.None ? issue.Detail : null,
            CausedBy = [.. issue.Implicated.Select(r => r.Target).OfType<string>()],
            Device = Devices.Of(issue.Author, issue, source),
            Identifiers = Terms.Ids(issue.Identifier),
            ClosedBy = closed is null ? null : closedBy,
            Action = action.Length == 0 ? null : action,
        };
    }

    private static string? Words(Concept? concept) => concept?.Text ?? concept?.Codings.Select(c => c.Display ?? c.Code).FirstOrDefault();
}
