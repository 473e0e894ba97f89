using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Commands;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Configuration.Snapshots;
using Hub.Host.Configuration.Yaml;
using Hub.Host.Errors;
using Hub.Host.Security;
using Hub.Host.Simulation;

namespace Hub.Host.Faces.Operators;

/// <summary><c>POST /ops/v1/simulate</c>: what recorded messages would become with another tenant file. Nothing is sent, nothing of the messages is shown.</summary>
internal static class SimulationFace
{
    private const int Standard = 1000;
    private const int Most = 10_000;

    // A file of the largest size, every character escaped.
    private const int MaxBytes = 6 * YamlFile.MaxLength;

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);

        // One at a time: a simulation must not take from live traffic more than one thread.
        var turn = new SemaphoreSlim(1, 1);
        routes.MapPost("/ops/v1/simulate", door.For(Need.Act, async (context, person) =>
        {
            var request = await ReadAsync(context, person.Scope, services);
            if (!request.IsOk)
                return request.Errors;
            await door.RecordAsync(context, person, "config.simulate", request.Value.After.Name, null);
            await turn.WaitAsync(context.RequestAborted);
            try
            {
                var desk = new SimulationDesk(services.Store, services.Vault, new TrialParts(services.Adapters, services.Mappings, services.Time));
                var report = await desk.RunAsync(request.Value, context.RequestAborted);
                return await OperatorDoor.AnswerAsync(context, report, SimulationViews.Report);
            }
            finally
            {
                turn.Release();
            }
        })).WithMetadata(SimulationDocs.Simulate);
    }

    private static async Task<Result<SimulationRequest>> ReadAsync(HttpContext context, Scope scope, HubServices services)
    {
        var body = await JsonBody.ReadAsync(context.Request, MaxBytes, "tenant", "file", "since", "limit");
        if (!body.IsOk)
            return Result<SimulationRequest>.Failed(body.Errors);
        var errors = new List<HubError>();
        var name = scope.Tenant is { } own ? JsonBody.Optional(body.Value, "tenant", 40, errors) ?? own : JsonBody.Required(body.Value, "tenant", 40, errors);
        if (name.Length > 0 && (!scope.Reaches(name) || services.Snapshots.Current.Tenant(name) is null))
            return OperatorErrors.NotFound.At();
        var file = JsonBody.Required(body.Value, "file", YamlFile.MaxLength, errors);
        var since = JsonBody.Optional(body.Value, "since", 10, errors) ?? "7d";
        if (!DurationText.TryParse(since, out var length) || length > TimeSpan.FromDays(36_500))
            errors.Add(HttpErrors.BadParameter.At("$.since", "Must be a length of time such as 7d"));
        var limit = Standard;
        if (body.Value.TryGetProperty("limit", out var asked) && !(asked.ValueKind == JsonValueKind.Number && asked.TryGetInt32(out limit) && limit is >= 1 and <= Most))
            errors.Add(HttpErrors.BadParameter.At("$.limit", $"Must be a whole number from 1 to {Most}"));
        if (errors.Count > 0)
            return Result<SimulationRequest>.Failed(errors);
        var after = Tenant(name, file, services);
        return after.IsOk
            ? new SimulationRequest(services.Snapshots.Current.Tenant(name)!, after.Value, services.Time.GetUtcNow() - length, limit)
            : Result<SimulationRequest>.Failed(after.Errors);
    }

    // Key hashes may be shortened as snapshots show them: who may call does not matter here. Secrets are not looked at: the file may name any place on this machine, and whoever sends it must not learn what is there.
    private static Result<TenantConfig> Tenant(string name, string file, HubServices services)
    {
        var read = new TenantFiles([new YamlFile($"tenants/{name}.yaml", KeyHashes.Lengthen(file))]).Check(services.Adapters, services.Mappings, secrets: null, services.Settings.Connections);
        return read.IsOk
            ? read.Value[0]
            : Result<TenantConfig>.Failed([HttpErrors.BadParameter.At("$.file", read.Errors.Count == 1 ? "The file has an error" : $"The file has {read.Errors.Count} errors"), .. read.Errors]);
    }
}
