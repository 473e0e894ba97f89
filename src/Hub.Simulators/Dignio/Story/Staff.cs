using Hub.Core.Content;
using Hub.Core.Identities;

namespace Hub.Simulators.Dignio;

/// <summary>Who follows up. The HPR numbers are made up.</summary>
internal static class Staff
{
    private static readonly Party[] Nurses =
    [
        new(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9990001"), "Sykepleier Kari Modellnes"),
        new(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9990002"), "Sykepleier Jonas Prøveland"),
        new(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9990003"), "Vernepleier Siri Øvelse"),
    ];

    public static Party OnDuty(Random random) => Nurses[random.Next(Nurses.Length)];
}
