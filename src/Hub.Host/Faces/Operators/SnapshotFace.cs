using System.Globalization;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Configuration.Snapshots;

namespace Hub.Host.Faces.Operators;

/// <summary><c>/ops/v1/snapshots</c>: the configurations that were in force, and what changed between them. A caller of one tenant sees the file of that tenant.</summary>
internal static class SnapshotFace
{
    private const int Standard = 20;
    private const int Most = 50;

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);
        routes.MapGet("/ops/v1/snapshots", door.For(Need.View, async (context, person) =>
        {
            var errors = MessageQuery.Unknown(context.Request.Query, "tenant", "before", "limit");
            var limit = (int)(MessageQuery.Number(context.Request.Query, "limit", Standard, Most, errors) ?? Standard);
            var before = (int?)MessageQuery.Number(context.Request.Query, "before", null, int.MaxValue, errors);
            if (errors.Count > 0)
                return errors;
            var tenant = OperatorDoor.Tenant(context, person);
            var page = await PageAsync(services.Store, before, limit, tenant, context.RequestAborted);
            await door.RecordAsync(context, person, "config.list", tenant, null);
            return await OperatorDoor.AnswerAsync(context, (page, limit), SnapshotViews.Page);
        })).WithMetadata(SnapshotDocs.List);

        routes.MapGet("/ops/v1/snapshots/{n}", door.For(Need.View, async (context, person) =>
        {
            if (MessageQuery.Unknown(context.Request.Query, "tenant") is { Count: > 0 } unknown)
                return unknown;
            var tenant = OperatorDoor.Tenant(context, person);
            if (await FindAsync(services, context, "n") is not { } found || Of(found, tenant) is not { Count: > 0 } files)
                return [OperatorErrors.NotFound.At()];
            await door.RecordAsync(context, person, "config.view", tenant, Number(found));
            return await OperatorDoor.AnswerAsync(context, (found.Head, files), SnapshotViews.One);
        })).WithMetadata(SnapshotDocs.View);

        routes.MapGet("/ops/v1/snapshots/{a}/diff/{b}", door.For(Need.View, async (context, person) =>
        {
            if (MessageQuery.Unknown(context.Request.Query, "tenant") is { Count: > 0 } unknown)
                return unknown;
            var tenant = OperatorDoor.Tenant(context, person);
            if (await FindAsync(services, context, "a") is not { } a || await FindAsync(services, context, "b") is not { } b)
                return [OperatorErrors.NotFound.At()];
            var (before, after) = (Of(a, tenant), Of(b, tenant));
            if (tenant is not null && before.Count + after.Count == 0)
                return [OperatorErrors.NotFound.At()];
            await door.RecordAsync(context, person, "config.diff", tenant, $"{Number(a)}..{Number(b)}");
            return await OperatorDoor.AnswerAsync(context, (a.Head, b.Head, SnapshotDifference.Between(before, after)), SnapshotViews.Difference);
        })).WithMetadata(SnapshotDocs.Diff);
    }

    // Texts are large where tenants are many: no more than two are in memory at once.
    private static async Task<IReadOnlyList<(SnapshotHead, IReadOnlyList<string>)>> PageAsync(ISnapshotReader store, int? before, int limit, string? tenant, CancellationToken cancel)
    {
        var heads = await store.SnapshotsAsync(before, limit, cancel);
        var page = new List<(SnapshotHead, IReadOnlyList<string>)>(heads.Count);
        var later = heads.Count == 0 ? null : await store.SnapshotAsync(heads[0].Number, cancel);
        foreach (var head in heads)
        {
            var earlier = await store.SnapshotAsync(head.Number - 1, cancel);
            var changed = SnapshotDifference.Between(earlier is null ? [] : Of(earlier, tenant), Of(later!, tenant));
            page.Add((head, [.. changed.Select(c => c.File)]));
            later = earlier;
        }

        return page;
    }

    private static async Task<StoredSnapshot?> FindAsync(HubServices services, HttpContext context, string name) =>
        int.TryParse((string?)context.Request.RouteValues[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await services.Store.SnapshotAsync(number, context.RequestAborted)
            : null;

    private static IReadOnlyList<SnapshotFile> Of(StoredSnapshot snapshot, string? tenant) =>
        tenant is null ? SnapshotText.Files(snapshot.Text) : SnapshotText.FileOf(snapshot.Text, tenant) is { } file ? [file] : [];

    private static string Number(StoredSnapshot snapshot) => snapshot.Head.Number.ToString(CultureInfo.InvariantCulture);
}
