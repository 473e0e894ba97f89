using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Delivery.Intake;
using Hub.Host.Composition;
using Hub.Host.Errors;
using Hub.Host.Security;

namespace Hub.Host.Faces.Operators;

/// <summary>Reads what an operator searches for from the body: a patient, or a partner's own id of an event.</summary>
internal static class MessageSearch
{
    /// <summary>Reads the search.</summary>
    /// <param name="request">The request.</param>
    /// <param name="scope">How far the caller reaches; a tenant beyond it is not found.</param>
    /// <param name="services">What it uses.</param>
    /// <returns>The filter, or every error.</returns>
    public static async Task<Result<MessageFilter>> ReadAsync(HttpRequest request, Scope scope, HubServices services)
    {
        var body = await JsonBody.ReadAsync(request, "tenant", "patient", "source", "sourceId", "before");
        if (!body.IsOk)
            return Result<MessageFilter>.Failed(body.Errors);
        var errors = new List<HubError>();
        var name = scope.Tenant is { } own ? JsonBody.Optional(body.Value, "tenant", 40, errors) ?? own : JsonBody.Required(body.Value, "tenant", 40, errors);
        if (!scope.Reaches(name))
            return OperatorErrors.NotFound.At();
        var patient = JsonBody.Optional(body.Value, "patient", 32, errors);
        var source = JsonBody.Optional(body.Value, "source", 40, errors);
        var sourceId = JsonBody.Optional(body.Value, "sourceId", 200, errors);
        var before = JsonBody.Optional(body.Value, "before", 20, errors);
        var tenant = services.Snapshots.Current.Tenant(name);
        if (tenant is null && name.Length > 0)
            errors.Add(HttpErrors.BadParameter.At("$.tenant", "There is no such tenant"));
        if (patient is null == sourceId is null)
            errors.Add(HttpErrors.BadParameter.At("$", "Search by 'patient', or by 'source' and 'sourceId'"));
        if (sourceId is not null && source is null)
            errors.Add(IntakeErrors.Missing.At("$.source"));
        long? after = null;
        if (before is not null)
        {
            if (long.TryParse(before, out var number))
                after = number;
            else
                errors.Add(HttpErrors.BadParameter.At("$.before", "Must be a message number"));
        }

        var id = patient is null || tenant is null ? null : PatientText.Read(patient, tenant, errors);
        if (errors.Count > 0)
            return Result<MessageFilter>.Failed(errors);
        return new MessageFilter(
            name,
            after,
            PatientKey: id is null ? null : services.Vault.PatientKey(name, id),
            SourceKey: sourceId is null ? null : SourceKeys.Of(name, source!, sourceId));
    }
}
