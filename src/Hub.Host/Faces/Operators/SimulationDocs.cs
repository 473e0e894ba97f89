using Hub.Host.Documentation;

namespace Hub.Host.Faces.Operators;

/// <summary>Documentation of simulations.</summary>
internal static class SimulationDocs
{
    public static readonly FaceDoc Simulate = new("simulate", "Operators", "What recorded messages would become with another tenant file",
        "Replays the latest messages of the tenant (limit, default 1000, at most 10000) taken in within 'since' (default 7d) against the file, without sending, and compares with the configuration in force: messages that a route gains or loses, "
        + "whose document changes, or whose document can be made no more (failed). Both make their documents with the same ids and times; consents and responsibility are those of now. Secrets that the file names are not looked at; key hashes may be shortened as snapshots show them. "
        + "Nothing of the messages is shown but numbers of examples. One at a time on each node; closing the connection ends it.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"tenant":"larvik","file":"tenant: larvik\n","since":"7d"}"""),
        Answers =
        [
            new(200, "What changes, by route; refused: could be read and can be no more; skipped: cannot be tried, such as those that retention has taken; more: there are older ones within the time.", MediaTypes.Json,
                """{"messages":1000,"refused":0,"skipped":2,"more":true,"routes":[{"route":"alerts","partner":"profil","same":980,"gained":12,"lost":0,"changed":8,"failed":0}],"examples":[{"message":"4711","change":"gained","route":"alerts","partner":"profil"}]}"""),
            new(400, "A field or the file is at fault; every error of the file is told with its line.", MediaTypes.Problem), new(404, "There is no such tenant.", MediaTypes.Problem), .. OperatorDocs.Bodies,
        ],
    };
}
