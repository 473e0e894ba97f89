using Hub.Core.Tenants;

namespace Hub.Core.Routing;

/// <summary>What one route said to a message. Numbers are stored: they never change.</summary>
public enum RouteVerdict
{
    /// <summary>It wants the message: a delivery is made.</summary>
    Deliver = 1,

    /// <summary>The traffic light is not one it takes.</summary>
    WrongTriage = 2,

    /// <summary>The category is not one it takes.</summary>
    WrongCategory = 3,

    /// <summary>The patient's consent for its purpose is not registered.</summary>
    NoConsent = 4,

    /// <summary>Another party is responsible for the patient.</summary>
    NotResponsible = 5,

    /// <summary>The receiver wrote this version of the plan itself and has it already.</summary>
    OwnVersion = 6,
}

/// <summary>A route and its verdict on a message; stored, so that the timeline can say why something went or did not go somewhere.</summary>
/// <param name="Route">The route.</param>
/// <param name="Verdict">Its verdict.</param>
public sealed record RouteDecision(RouteConfig Route, RouteVerdict Verdict);
