using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Profil.Reading;

/// <summary>Why a question could not be answered, told from why a call failed.</summary>
internal static class LookupFault
{
    public static HubError Of(SendOutcome.Failed failed) => failed.Error.Code switch
    {
        var code when code == DeliveryErrors.Unreachable.Code || code == DeliveryErrors.NotSecure.Code => LookupErrors.Unreachable.At(detail: failed.Error.Text),
        var code when code == DeliveryErrors.TimedOut.Code => LookupErrors.TimedOut.At(),
        var code when code == DeliveryErrors.CredentialsRefused.Code => LookupErrors.CredentialsRefused.At(detail: failed.Error.Text),
        var code when code == DeliveryErrors.UnreadableAnswer.Code => LookupErrors.Unreadable.At(detail: failed.Error.Text),
        var code when code == DeliveryErrors.PatientUnknown.Code => LookupErrors.PatientUnknown.At(),
        var code when code == ProfilErrors.Maintenance.Code => LookupErrors.Unreachable.At(detail: failed.Error.Text),
        _ => LookupErrors.Failed.At(detail: $"{failed.Error.Text} ({failed.Error.Code})"),
    };
}
