using Hub.Adapters.Json;
using Hub.Core.Content;

namespace Hub.Adapters.Dignio;

/// <summary>Words that several types of event share.</summary>
internal static class Words
{
    public static Choices<Triage> TriageLevels { get; } = new(("green", Triage.Green), ("yellow", Triage.Yellow), ("red", Triage.Red));

    public static Choices<PartyRole> Roles { get; } = new(
        ("practitioner", PartyRole.Practitioner), ("patient", PartyRole.Patient), ("relative", PartyRole.RelatedPerson),
        ("organization", PartyRole.Organization), ("system", PartyRole.System));
}
