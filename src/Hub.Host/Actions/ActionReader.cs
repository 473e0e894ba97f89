using System.Collections.Frozen;
using System.Text.Json;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Errors;
using Hub.Host.Faces.Operators;
using Hub.Host.Security;

namespace Hub.Host.Actions;

/// <summary>Reads what an action is to do, and to what.</summary>
/// <param name="services">What it uses.</param>
/// <param name="scope">How far the asker reaches.</param>
/// <param name="body">What was sent.</param>
internal sealed class ActionReader(HubServices services, Scope scope, JsonElement body)
{
    private const int MostNamed = 1000;

    private static readonly FrozenDictionary<string, ActVerb> Verbs = Enum.GetValues<ActVerb>().ToFrozenDictionary(OperatorViews.Name, v => v, StringComparer.Ordinal);

    private static readonly string[] OfGroup = ["tenant", "partner", "route", "code"];

    private static readonly string[] OfFilter = [.. FilterReader.Posted.Except(["before", "limit"])];

    private readonly List<HubError> _errors = [];

    /// <summary>Reads kind, target and include.</summary>
    /// <returns>The request, or every error.</returns>
    public Result<(ActVerb Verb, ActionTarget Target, bool AlsoDelivered)> Read()
    {
        ActVerb verb = default;
        if (!body.TryGetProperty("kind", out var kind) || kind.ValueKind != JsonValueKind.String || !Verbs.TryGetValue(kind.GetString()!, out verb))
            Refuse("kind", $"Must be one of {string.Join(", ", Verbs.Keys.Order(StringComparer.Ordinal))}");
        var target = Target();
        var also = AlsoDelivered();
        if (!target.IsOk)
            _errors.AddRange(target.Errors);
        return _errors.Count > 0 ? Result<(ActVerb, ActionTarget, bool)>.Failed(_errors) : (verb, target.Value, also);
    }

    private Result<ActionTarget> Target()
    {
        if (!body.TryGetProperty("target", out var target) || target.ValueKind != JsonValueKind.Object || target.EnumerateObject().ToList() is not [var only])
            return HttpErrors.BadParameter.At("$.target", "Must have one of deliveries, group, filter");
        return only switch
        {
            { Name: "deliveries", Value.ValueKind: JsonValueKind.Array } => Named(only.Value),
            { Name: "group", Value.ValueKind: JsonValueKind.Object } => Group(only.Value),
            { Name: "filter", Value.ValueKind: JsonValueKind.Object } => Filter(only.Value),
            _ => HttpErrors.BadParameter.At("$.target", "Must have one of deliveries (a list), group, filter (objects)"),
        };
    }

    private Result<ActionTarget> Named(JsonElement list)
    {
        var ids = new List<DeliveryId>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !DeliveryId.TryParse(item.GetString()!, out var id))
                return HttpErrors.BadParameter.At("$.target.deliveries", "Must be ids of deliveries");
            ids.Add(id);
        }

        if (ids.Count is 0 or > MostNamed)
            return HttpErrors.BadParameter.At("$.target.deliveries", $"Must name 1 to {MostNamed} deliveries");
        return new ActionTarget(scope.Tenant, ids.Count == 1 ? $"delivery {ids[0]}" : $"{ids.Count} named deliveries") { Deliveries = ids };
    }

    private Result<ActionTarget> Group(JsonElement group)
    {
        if (Unknown(group, OfGroup, "group") is { Count: > 0 } unknown)
            return Result<ActionTarget>.Failed(unknown);
        var asked = Asked.Of(group);
        var values = OfGroup.Select(n => asked.Text(n)).ToList();
        foreach (var (name, _) in OfGroup.Zip(values).Where(p => p.Second is null))
            asked.Miss(name);
        if (asked.Errors.Count > 0)
            return Result<ActionTarget>.Failed(asked.Errors);
        if (!scope.Reaches(values[0]!))
            return OperatorErrors.NotFound.At();
        return new ActionTarget(values[0], $"failures {string.Join('/', values)}")
        {
            Filter = new MessageFilter(values[0], Partner: values[1]) { Route = values[2], Error = values[3] },
            OnlyFailed = true,
        };
    }

    private Result<ActionTarget> Filter(JsonElement asked)
    {
        if (Unknown(asked, OfFilter, "filter") is { Count: > 0 } unknown)
            return Result<ActionTarget>.Failed(unknown);
        var filter = FilterReader.Read(Asked.Of(asked), scope, services);
        if (!filter.IsOk)
            return Result<ActionTarget>.Failed(filter.Errors);

        // What may name a person is told by its name only.
        var words = asked.EnumerateObject().Select(p => p.Name is "patient" or "sourceId" or "externalId" or "correlation" ? p.Name : $"{p.Name}={p.Value}");
        return new ActionTarget(filter.Value.Tenant, $"filter {string.Join(' ', words)}") { Filter = filter.Value };
    }

    private bool AlsoDelivered()
    {
        if (!body.TryGetProperty("include", out var include))
            return false;
        if (include.ValueKind == JsonValueKind.Object && include.EnumerateObject().All(p => p.Name == "alreadyDelivered" && p.Value.ValueKind is JsonValueKind.True or JsonValueKind.False))
            return include.TryGetProperty("alreadyDelivered", out var also) && also.GetBoolean();
        Refuse("include", "Must be an object with alreadyDelivered: true or false");
        return false;
    }

    private static List<HubError> Unknown(JsonElement json, string[] names, string where) =>
        [.. json.EnumerateObject().Where(p => !names.Contains(p.Name)).Select(p => HttpErrors.BadParameter.At($"$.target.{where}.{p.Name}", "There is no such field"))];

    private void Refuse(string name, string why) => _errors.Add(HttpErrors.BadParameter.At("$." + name, why));
}
