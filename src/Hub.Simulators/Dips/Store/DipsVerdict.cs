using System.Text.Json.Nodes;

namespace Hub.Simulators.Dips;

/// <summary>What became of a document.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Resource">The resource as kept; null when refused.</param>
/// <param name="Issue">FHIR issue type of a refusal.</param>
/// <param name="Words">Words of a refusal.</param>
internal sealed record DipsVerdict(int Status, JsonObject? Resource, string? Issue = null, string? Words = null)
{
    public string Type => Nodes.Text(Resource, "resourceType") ?? "";

    public string Id => Nodes.Text(Resource, "id") ?? "";

    public static DipsVerdict No(int status, string issue, string words) => new(status, null, issue, words);
}
