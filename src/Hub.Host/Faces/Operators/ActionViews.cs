using System.Text.Json;
using Hub.Host.Actions;

namespace Hub.Host.Faces.Operators;

/// <summary>What operators see of actions.</summary>
internal static class ActionViews
{
    /// <summary>What an action would do.</summary>
    public static void Preview(Utf8JsonWriter json, (ActionPreview Preview, string Token) shown)
    {
        var preview = shown.Preview;
        json.WriteStartObject();
        json.WriteNumber("matched", preview.Matched);
        json.WriteNumber("toDo", preview.ToDo.Count);
        json.WriteNumber("alreadyDelivered", preview.AlreadyDelivered);
        json.WriteNumber("duplicates", preview.Duplicates);
        json.WriteNumber("tooOld", preview.TooOld);
        json.WriteNumber("notAllowed", preview.NotAllowed);
        json.WriteNumber("underWay", preview.UnderWay);
        Counts(json, "byPartner", preview.ByPartner);
        json.WriteString("token", shown.Token);
        json.WriteEndObject();
    }

    /// <summary>A page of actions.</summary>
    public static void Page(Utf8JsonWriter json, (IReadOnlyList<StoredAction> Actions, int Limit) page)
    {
        json.WriteStartObject();
        json.WriteStartArray("actions");
        foreach (var action in page.Actions)
            One(json, action);
        json.WriteEndArray();
        if (page.Actions.Count == page.Limit)
            json.WriteString("next", page.Actions[^1].Id);
        json.WriteEndObject();
    }

    /// <summary>An action.</summary>
    public static void One(Utf8JsonWriter json, StoredAction action)
    {
        json.WriteStartObject();
        json.WriteString("id", action.Id);
        json.WriteString("kind", OperatorViews.Name(action.Verb));
        if (action.Tenant is { } tenant)
            json.WriteString("tenant", tenant);
        json.WriteString("target", action.Target);
        json.WriteString("state", OperatorViews.Name(action.State));
        json.WriteNumber("total", action.Total);
        json.WriteNumber("done", action.Done);
        json.WriteNumber("failed", action.Failed);
        json.WriteNumber("skipped", action.Skipped);
        Counts(json, "errors", action.Errors);
        json.WriteNumber("perSecond", action.PerSecond);
        json.WriteString("by", action.By);
        json.WriteString("reason", action.Reason);
        json.WriteString("startedAt", action.StartedAt);
        if (action.EndedAt is { } ended)
            json.WriteString("endedAt", ended);
        json.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, int> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
            json.WriteNumber(key, count);
        json.WriteEndObject();
    }
}
