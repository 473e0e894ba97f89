using Hub.Core.Content;
using Hub.Core.Tenants;

namespace Hub.Core.Routing;

/// <summary>Decides which routes of a tenant want a message. Pure.</summary>
public static class RouteTable
{
    /// <summary>Name under which the answers are filed that sources expect (AppRec). They need no route in the file, and no route may have this name.</summary>
    public const string Answers = "answer";

    private static readonly IReadOnlySet<Triage> YellowAndRed = new HashSet<Triage> { Triage.Yellow, Triage.Red };

    /// <summary>Asks every route of the tenant that listens to the source.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="source">Name of the sending partner.</param>
    /// <param name="content">What was sent.</param>
    /// <param name="consents">Purposes the patient has consented to; null when no route needs to know.</param>
    /// <param name="responsible">Party that is responsible for the patient; null when no route needs to know.</param>
    /// <returns>One decision per enabled route that takes this kind, in file order.</returns>
    public static IReadOnlyList<RouteDecision> Match(TenantConfig tenant, string source, HomeContent content, IReadOnlySet<string>? consents, string? responsible = null)
    {
        List<RouteDecision>? decisions = null;
        foreach (var route in tenant.Routes)
        {
            if (!Listens(route, source, content.Kind))
                continue;
            (decisions ??= []).Add(new RouteDecision(route, Ask(route, content, consents, responsible)));
        }

        return decisions ?? (IReadOnlyList<RouteDecision>)[];
    }

    /// <summary>The purposes that some listening route asks about: what must be looked up before <see cref="Match"/>.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="source">Name of the sending partner.</param>
    /// <param name="kind">Kind of content.</param>
    /// <returns>Distinct purposes; empty in most tenants.</returns>
    public static IReadOnlyList<string> Purposes(TenantConfig tenant, string source, ContentKind kind)
    {
        List<string>? purposes = null;
        foreach (var route in tenant.Routes)
        {
            if (route.Requires.Count == 0 || !Listens(route, source, kind))
                continue;
            foreach (var purpose in route.Requires)
            {
                purposes ??= [];
                if (!purposes.Contains(purpose))
                    purposes.Add(purpose);
            }
        }

        return purposes ?? (IReadOnlyList<string>)[];
    }

    /// <summary>Whether some listening route asks who is responsible: what must be looked up before <see cref="Match"/>.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="source">Name of the sending partner.</param>
    /// <param name="kind">Kind of content.</param>
    /// <returns>True where one does.</returns>
    public static bool AsksResponsible(TenantConfig tenant, string source, ContentKind kind)
    {
        foreach (var route in tenant.Routes)
        {
            if (route.When.Responsible is not null && Listens(route, source, kind))
                return true;
        }

        return false;
    }

    private static bool Listens(RouteConfig route, string source, ContentKind kind) =>
        route.Enabled && route.Content == kind && (route.From.Count == 0 || route.From.Contains(source));

    private static RouteVerdict Ask(RouteConfig route, HomeContent content, IReadOnlySet<string>? consents, string? responsible)
    {
        var triage = route.When.Triage ?? DefaultTriage(content.Kind);
        if (triage is not null && !triage.Contains(content.Triage))
            return RouteVerdict.WrongTriage;
        if (route.When.Categories is { } categories && (content.Category is null || !categories.Contains(content.Category)))
            return RouteVerdict.WrongCategory;
        if (route.When.Responsible is { } parties && (responsible is null || !parties.Contains(responsible)))
            return RouteVerdict.NotResponsible;
        if (content is SelfTreatmentPlan { Origin: { } origin } && origin == route.To)
            return RouteVerdict.OwnVersion;
        foreach (var purpose in route.Requires)
        {
            if (consents is null || !consents.Contains(purpose))
                return RouteVerdict.NoConsent;
        }

        return RouteVerdict.Deliver;
    }

    // Default of the pilots: notes and questionnaires of green follow-up would drown the journal; measurements always go.
    private static IReadOnlySet<Triage>? DefaultTriage(ContentKind kind) =>
        kind is ContentKind.Note or ContentKind.Questionnaire ? YellowAndRed : null;
}
