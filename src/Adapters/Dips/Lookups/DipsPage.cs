using System.Text.Json;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Dips.Lookups;

/// <summary>One answer to a search.</summary>
internal static class DipsPage
{
    private static readonly Dictionary<string, ErrorDefinition> Faults = new(StringComparer.Ordinal)
    {
        [DeliveryErrors.TimedOut.Code] = LookupErrors.TimedOut,
        [DeliveryErrors.CredentialsRefused.Code] = LookupErrors.CredentialsRefused,
        [DipsErrors.SubscriptionRefused.Code] = LookupErrors.CredentialsRefused,
        [TokenErrors.ClientRefused.Code] = LookupErrors.CredentialsRefused,
        [TokenErrors.ScopeRejected.Code] = LookupErrors.CredentialsRefused,
        [TokenErrors.BadKey.Code] = LookupErrors.CredentialsRefused,
        [DeliveryErrors.UnreadableAnswer.Code] = LookupErrors.Unreadable,
        [DeliveryErrors.PatientUnknown.Code] = LookupErrors.PatientUnknown,
        [DipsErrors.OtherVersion.Code] = LookupErrors.Unreadable,
        [DeliveryErrors.Unreachable.Code] = LookupErrors.Unreachable,
        [DeliveryErrors.NotSecure.Code] = LookupErrors.Unreachable,
        [DipsErrors.Maintenance.Code] = LookupErrors.Unreachable,
    };

    /// <summary>Resources of the type that was asked for, how many there are in all where the answer says so, or what is wrong.</summary>
    public static (IReadOnlyList<JsonElement> Resources, int? Total, HubError? Fault) Read(HttpAnswer answer, string type)
    {
        if (DipsAnswer.Classify(answer) is SendOutcome.Failed failed)
        {
            // DIPS says 200 and an OperationOutcome when it has found nothing.
            return answer.Status == 200 && failed.Error.Code is var code && (code == DeliveryErrors.PatientUnknown.Code || code == DeliveryErrors.Refused.Code)
                ? ([], 0, null)
                : ([], null, Fault(failed.Error));
        }

        using var document = answer.Whole ? DipsJson.Parse(answer.Body) : null;
        if (document is null)
            return ([], null, LookupErrors.Unreadable.At(detail: "The journal's answer cannot be read whole"));
        if (DipsJson.Text(document.RootElement, "resourceType") == "OperationOutcome")
            return ([], 0, null);
        var resources = DipsJson.Items(document.RootElement, "entry").Select(e => DipsJson.Member(e, "resource")).Where(r => DipsJson.Text(r, "resourceType") == type).Select(r => r.Clone()).ToArray();
        var total = DipsJson.Member(document.RootElement, "total") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) && count >= 0 ? count : (int?)null;
        return (resources, total, null);
    }

    /// <summary>An error of sending as one of asking.</summary>
    public static HubError Fault(HubError error) => (Faults.GetValueOrDefault(error.Code) ?? LookupErrors.Failed).At(detail: error.Text);
}
