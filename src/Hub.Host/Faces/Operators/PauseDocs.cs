using Hub.Host.Documentation;

namespace Hub.Host.Faces.Operators;

/// <summary>Documentation of the addresses about pauses.</summary>
internal static class PauseDocs
{
    private const string Example = """{"tenant":"larvik","partner":"journal","since":"2026-03-01T08:15:00Z","until":"2026-03-01T12:00:00Z","by":"operator:kari","reason":"the journal is being upgraded"}""";

    private const string Means = "Within two seconds, on every node and over restarts. Messages are taken in, deliveries wait in order, and their give-up time stands still. What is out already is not called back, and its receipts are taken. ";

    public static readonly FaceDoc List = new("listPauses", "Operators", "What is paused", "Pauses that hold, with who paused and why.")
    {
        Query = [new("tenant", "Only of this tenant.")],
        Answers =
        [
            new(200, "The pauses.", MediaTypes.Json, "{\"pauses\":[" + Example + "]}"), new(400, "There is no such parameter.", MediaTypes.Problem), .. OperatorDocs.Doors,
        ],
    };

    public static readonly (FaceDoc Pause, FaceDoc Resume) Tenant = Of("Tenant", "everything that a tenant sends", "Nothing of the tenant goes out.");
    public static readonly (FaceDoc Pause, FaceDoc Resume) Partner = Of("Partner", "everything to a partner", "Nothing goes to the partner.");
    public static readonly (FaceDoc Pause, FaceDoc Resume) Route = Of("Route", "what a route sends", "Deliveries of other routes go on, also to the same partner.");

    private static (FaceDoc Pause, FaceDoc Resume) Of(string name, string what, string means) => (
        new FaceDoc("pause" + name, "Operators", "Let wait " + what, Means + means + " A pause that holds already gets the new reason and end.")
        {
            Body = new BodyDoc([MediaTypes.Json], """{"reason":"the journal is being upgraded","until":"2026-03-01T12:00:00Z"}"""),
            Answers =
            [
                new(200, "Paused; without until it holds until somebody resumes.", MediaTypes.Json, Example), new(400, "A field is at fault.", MediaTypes.Problem),
                new(404, "The configuration has no such thing.", MediaTypes.Problem), .. OperatorDocs.Bodies,
            ],
        },
        new FaceDoc("resume" + name, "Operators", "Let go on " + what, "What has waited goes out in order, no faster than drainRate.")
        {
            Body = new BodyDoc([MediaTypes.Json], """{"reason":"the upgrade is done"}"""),
            Answers = [new(204, "It goes on."), new(400, "The reason is missing.", MediaTypes.Problem), new(404, "It is not paused.", MediaTypes.Problem), .. OperatorDocs.Bodies],
        });
}
