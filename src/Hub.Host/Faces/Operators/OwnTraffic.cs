using Hub.Core.Storage;
using Hub.Host.Security;

namespace Hub.Host.Faces.Operators;

/// <summary>What of a tenant's messages lies within a caller's reach. Pure.</summary>
internal static class OwnTraffic
{
    /// <summary>A filter that finds nothing outside the caller's reach. What a vendor asks of deliveries is asked of those to itself: nobody learns by trying how it goes with others.</summary>
    /// <param name="scope">How far the caller reaches.</param>
    /// <param name="filter">What it asks for; a tenant or partner beyond its reach was refused before.</param>
    /// <returns>The filter.</returns>
    public static MessageFilter Of(Scope scope, MessageFilter filter) => filter with { Tenant = scope.Tenant ?? filter.Tenant, Party = scope.Partner ?? filter.Party };

    /// <summary>A message as a caller may see it: a vendor sees of what it sent no receiver, and of what others sent only the delivery to itself.</summary>
    /// <param name="scope">How far the caller reaches.</param>
    /// <param name="view">The message.</param>
    /// <returns>The message; null when it is out of reach.</returns>
    public static MessageView? Of(Scope scope, MessageView view)
    {
        if (!scope.Reaches(view.Message.Tenant))
            return null;
        if (scope.Partner is not { } partner)
            return view;
        var isSource = view.Message.Source == partner;
        var deliveries = view.Deliveries.Where(d => d.Row.Partner == partner).ToList();
        if (!isSource && deliveries.Count == 0)
            return null;
        return view with { Deliveries = deliveries, Decisions = [.. view.Decisions.Where(d => d.Partner == partner)], Notes = isSource ? view.Notes : [] };
    }
}
