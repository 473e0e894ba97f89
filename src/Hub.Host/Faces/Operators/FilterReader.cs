using System.Collections.Frozen;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Intake;
using Hub.Host.Composition;
using Hub.Host.Security;

namespace Hub.Host.Faces.Operators;

/// <summary>Reads which messages an operator asks for.</summary>
internal static class FilterReader
{
    /// <summary>What an address may ask for.</summary>
    public static readonly string[] Names =
        ["tenant", "source", "partner", "route", "content", "triage", "state", "error", "correlation", "from", "to", "before", "limit"];

    /// <summary>What a body may ask for besides: what must not stand in an address.</summary>
    public static readonly string[] Posted = [.. Names, "patient", "sourceId", "externalId"];

    private const int MostMessages = 200;

    private static readonly FrozenDictionary<string, DeliveryState> States = Enum.GetValues<DeliveryState>().ToFrozenDictionary(OperatorViews.Name, s => s, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Triage> Triages = Enum.GetValues<Triage>().ToFrozenDictionary(OperatorViews.Name, t => t, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ContentKind> Contents = ContentKindNames.All.ToFrozenDictionary(k => k.Name, k => k.Kind, StringComparer.Ordinal);

    /// <summary>Reads a filter.</summary>
    /// <param name="asked">What is asked.</param>
    /// <param name="scope">How far the asker reaches; a tenant beyond it is not found.</param>
    /// <param name="services">What it uses.</param>
    /// <returns>The filter, or every error.</returns>
    public static Result<MessageFilter> Read(Asked asked, Scope scope, HubServices services)
    {
        var (from, to) = asked.Period();
        var filter = new MessageFilter(
            asked.Text("tenant"),
            asked.Number("before", long.MaxValue),
            (int)(asked.Number("limit", MostMessages) ?? 50),
            State: asked.OneOf("state", States),
            Partner: asked.Text("partner"))
        {
            Source = asked.Text("source"),
            Route = asked.Text("route"),
            Content = asked.OneOf("content", Contents),
            Triage = asked.OneOf("triage", Triages),
            Error = asked.Text("error"),
            Correlation = asked.Text("correlation", 500),
            From = from,
            To = to,
        };
        if (filter.Tenant is { } tenant && !scope.Reaches(tenant))
            return OperatorErrors.NotFound.At();
        filter = Named(asked, OwnTraffic.Of(scope, filter), services);
        return asked.Errors.Count > 0 ? Result<MessageFilter>.Failed(asked.Errors) : filter;
    }

    private static MessageFilter Named(Asked asked, MessageFilter filter, HubServices services)
    {
        var (patient, sourceId, outside) = (asked.Text("patient", 32), asked.Text("sourceId"), asked.Text("externalId"));
        if (patient is null && sourceId is null && outside is null)
            return filter;
        if (filter.Tenant is null)
            asked.Miss("tenant");
        else if (services.Snapshots.Current.Tenant(filter.Tenant) is not { } tenant)
            asked.Refuse("tenant", "There is no such tenant");
        else
            filter = Named(filter, tenant, patient, outside, services, asked.Errors);
        if (sourceId is not null && filter.Source is null)
            asked.Miss("source");
        return sourceId is null || filter.Tenant is null || filter.Source is null ? filter : filter with { SourceKey = SourceKeys.Of(filter.Tenant, filter.Source, sourceId) };
    }

    private static MessageFilter Named(MessageFilter filter, TenantConfig tenant, string? patient, string? outside, HubServices services, List<HubError> errors)
    {
        var id = patient is null ? null : PatientText.Read(patient, tenant, errors);
        return filter with
        {
            PatientKey = id is null ? null : services.Vault.PatientKey(tenant.Name, id),
            External = outside is null ? ExternalIds.None : Outside(tenant, outside.Trim()),
        };
    }

    // An id says not what it is the id of: everything that may be called so is looked up. Ids of messages and documents are UUIDs, whose case has no meaning.
    private static ExternalIds Outside(TenantConfig tenant, string id)
    {
        var lower = id.ToLowerInvariant();
        string[] forms = lower == id ? [id] : [id, lower];
        return new ExternalIds(
            [.. tenant.Partners.Keys.SelectMany(p => forms.Select(f => SourceKeys.Of(tenant.Name, p, f)))],
            [.. forms.Select(f => "ebxml:" + f), "msgid:" + lower],
            [id])
        {
            Conversations = [.. forms.Select(f => "conversation:" + f)],
        };
    }
}
