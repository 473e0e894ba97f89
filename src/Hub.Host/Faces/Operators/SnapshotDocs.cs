using Hub.Host.Documentation;

namespace Hub.Host.Faces.Operators;

/// <summary>Documentation of the addresses about configurations.</summary>
internal static class SnapshotDocs
{
    private static readonly QueryDoc Tenant = new("tenant", "Only the file of this tenant.");

    public static readonly FaceDoc List = new("listSnapshots", "Operators", "The configurations that were in force, newest first",
        "Each change of the tenant files is a configuration with a number, which messages and deliveries name. Callers of one tenant see which of them changed their file.")
    {
        Query = [Tenant, new("before", "Only lower numbers: the value of next of the page before."), new("limit", "1 to 50, default 20.")],
        Answers =
        [
            new(200, "One page; next is missing on the last.", MediaTypes.Json, """{"snapshots":[{"number":12,"at":"2026-03-01T08:15:00+00:00","changed":["tenants/larvik.yaml"]}]}"""),
            new(400, "A parameter is at fault.", MediaTypes.Problem), .. OperatorDocs.Doors,
        ],
    };

    public static readonly FaceDoc View = new("viewSnapshot", "Operators", "The files of a configuration", "As they were. Secrets are references; hashes of keys are shortened.")
    {
        Query = [Tenant],
        Answers =
        [
            new(200, "The files.", MediaTypes.Json, """{"number":12,"at":"2026-03-01T08:15:00+00:00","files":[{"file":"tenants/larvik.yaml","tenant":"larvik","text":"tenant: larvik\n"}]}"""),
            new(400, "There is no such parameter.", MediaTypes.Problem), new(404, "There is no such configuration, or the tenant had no file in it.", MediaTypes.Problem), .. OperatorDocs.Doors,
        ],
    };

    public static readonly FaceDoc Diff = new("diffSnapshots", "Operators", "What changed between two configurations", "By file, as 'diff -u' writes it. Hashes of keys are shortened.")
    {
        Query = [Tenant],
        Answers =
        [
            new(200, "The files that differ; none when the two are alike.", MediaTypes.Json,
                """{"a":{"number":11,"at":"2026-02-01T08:15:00+00:00"},"b":{"number":12,"at":"2026-03-01T08:15:00+00:00"},"files":[{"file":"tenants/larvik.yaml","tenant":"larvik","change":"changed","diff":"--- a/tenants/larvik.yaml\n+++ b/tenants/larvik.yaml\n"}]}"""),
            new(400, "There is no such parameter.", MediaTypes.Problem), new(404, "There is no such configuration, or the tenant had no file in either.", MediaTypes.Problem), .. OperatorDocs.Doors,
        ],
    };
}
