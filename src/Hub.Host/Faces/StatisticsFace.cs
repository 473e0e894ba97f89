using System.Globalization;
using System.Text;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Errors;
using Hub.Host.Faces.Operators;
using Microsoft.Net.Http.Headers;

namespace Hub.Host.Faces;

/// <summary><c>GET /ops/v1/statistics</c>: counts of what flowed, by day, as JSON or CSV. No personal data.</summary>
internal static class StatisticsFace
{
    /// <summary>At most so many days in one answer.</summary>
    public const int MostDays = 400;

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);
        routes.MapGet("/ops/v1/statistics", door.For(Need.View, async (context, person) =>
        {
            var errors = MessageQuery.Unknown(context.Request.Query, "tenant", "from", "to", "format");
            var filter = Read(OperatorDoor.Tenant(context, person) ?? "", context.Request.Query, services.Snapshots.Current, errors);
            var csv = IsCsv(context.Request, errors);
            if (errors.Count > 0)
                return errors;
            var counts = await services.Store.DailyAsync(filter, context.RequestAborted);
            await door.RecordAsync(context, person, "statistics.view", filter.Tenant, string.Create(CultureInfo.InvariantCulture, $"{filter.From:O}/{filter.To:O}"));
            if (!csv)
                return await OperatorDoor.AnswerAsync(context, (filter, counts), StatisticsViews.Json);
            var body = Encoding.UTF8.GetBytes(StatisticsViews.Csv(counts));
            context.Response.ContentType = MediaTypes.Csv + "; charset=utf-8; header=present";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
            return [];
        })).WithMetadata(StatisticsDocs.View);
    }

    private static StatisticsFilter Read(string tenant, IQueryCollection query, ConfigSnapshot snapshot, List<HubError> errors)
    {
        if (tenant.Length == 0)
            errors.Add(HttpErrors.BadParameter.At("tenant", "Must be given"));
        else if (snapshot.Tenant(tenant) is null)
            errors.Add(HttpErrors.BadParameter.At("tenant", "There is no such tenant"));
        var (from, to) = (Day(query, "from", errors), Day(query, "to", errors));
        if (from is null || to is null)
            return new StatisticsFilter(tenant, default, default);
        if (from > to)
            errors.Add(HttpErrors.BadParameter.At("to", "Must not be before 'from'"));
        else if (to.Value.DayNumber - from.Value.DayNumber >= MostDays)
            errors.Add(HttpErrors.BadParameter.At("to", $"At most {MostDays} days at a time"));
        return new StatisticsFilter(tenant, from.Value, to.Value);
    }

    private static DateOnly? Day(IQueryCollection query, string name, List<HubError> errors)
    {
        if (DateOnly.TryParseExact(query[name], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1970 and < 9999)
            return day;
        errors.Add(HttpErrors.BadParameter.At(name, "Must be given as a day: yyyy-MM-dd"));
        return null;
    }

    // What the address says goes before what the header says: people paste addresses.
    private static bool IsCsv(HttpRequest request, List<HubError> errors)
    {
        if ((string?)request.Query["format"] is { } format)
        {
            if (format is not ("csv" or "json"))
                errors.Add(HttpErrors.BadParameter.At("format", "Must be csv or json"));
            return format == "csv";
        }

        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
            return false;
        double Wish(string type) => accepted.Where(a => a.MediaType == type).Select(a => a.Quality ?? 1).DefaultIfEmpty(0).Max();
        return Wish(MediaTypes.Csv) > Wish(MediaTypes.Json);
    }
}
