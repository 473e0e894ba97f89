using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Host.Composition;
using Hub.Host.Errors;
using Hub.Host.Reading;

namespace Hub.Host.Faces;

/// <summary>The FHIR R4 read face: <c>/fhir/{tenant}</c>. Treaters look when they need to; what they see is asked for there and then, and nothing of it is stored. The patient stands in the body, never in an address.</summary>
internal static class FhirFace
{
    private const string Search = "Observation/_search";
    private const string LastN = "Observation/$lastn";
    private const string Trend = "Observation/$trend";
    private const string Forms = "QuestionnaireResponse/_search";

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new FhirDoor(services);
        var observations = new ObservationReading(new Gathering(services.Lookups));
        var forms = new FormReading(new Gathering(services.Lookups));
        FhirDescription.Map(routes, services);
        var searching = door.For("Observation", (context, reader) => SearchAsync(context, reader, door, observations));
        routes.MapPost($"/fhir/{{tenant}}/{Search}", searching).WithMetadata(FhirDocs.Search);
        routes.MapGet($"/fhir/{{tenant}}/{Search}", searching).WithMetadata(FhirDocs.NextPage);
        routes.MapPost($"/fhir/{{tenant}}/{LastN}", door.For("Observation", (context, reader) => LastAsync(context, reader, door, observations))).WithMetadata(FhirDocs.LastN);
        routes.MapPost($"/fhir/{{tenant}}/{Trend}", door.For("Observation", (context, reader) => TrendAsync(context, reader, door, observations))).WithMetadata(FhirDocs.Trend);
        var answering = door.For("QuestionnaireResponse", (context, reader) => FormsAsync(context, reader, door, forms));
        routes.MapPost($"/fhir/{{tenant}}/{Forms}", answering).WithMetadata(FhirDocs.Forms);
        routes.MapGet($"/fhir/{{tenant}}/{Forms}", answering).WithMetadata(FhirDocs.NextForms);
        routes.Map("/fhir/{tenant}/{**rest}", context => FhirDoor.AnswerAsync(context, [NotOffered(context.Request)]));
    }

    private static Task<Result<FhirAnswer>> SearchAsync(HttpContext context, Reader reader, FhirDoor door, ObservationReading reading) => door.PagedAsync(
        context,
        reader,
        Search,
        form => ObservationQuery.Read(form, reader.Tenant),
        query => Request(Search, query),
        (look, query, after) => reading.SearchAsync(look, query, after, context.RequestAborted));

    private static Task<Result<FhirAnswer>> FormsAsync(HttpContext context, Reader reader, FhirDoor door, FormReading reading) => door.PagedAsync(
        context,
        reader,
        Forms,
        form => FormQuery.Read(form, reader.Tenant),
        query => new LookRequest(Forms, query.Patient, [ContentKind.Questionnaire]),
        (look, query, after) => reading.SearchAsync(look, query, after, context.RequestAborted));

    private static async Task<Result<FhirAnswer>> LastAsync(HttpContext context, Reader reader, FhirDoor door, ObservationReading reading)
    {
        var asked = await AskedAsync(context, reader, door, LastN, "max");
        if (!asked.IsOk)
            return Result<FhirAnswer>.Failed(asked.Errors);
        var (look, query) = asked.Value;
        var page = await reading.LastAsync(look, query, context.RequestAborted);
        return await door.BundleAsync(context, look, page, LastN, null);
    }

    private static async Task<Result<FhirAnswer>> TrendAsync(HttpContext context, Reader reader, FhirDoor door, ObservationReading reading)
    {
        var asked = await AskedAsync(context, reader, door, Trend, "start", "end", "by");
        if (!asked.IsOk)
            return Result<FhirAnswer>.Failed(asked.Errors);
        var (look, query) = asked.Value;
        var page = await reading.PeriodAsync(look, query, context.RequestAborted);
        var values = await door.BundleAsync(context, look, page, Trend, null);
        return values is { IsOk: true, Value.Resource: Bundle bundle } ? new FhirAnswer(TrendParameters.Of(bundle, TrendSummary.Of(page.Entries, query.By))) : values;
    }

    private static async Task<Result<(Look Look, ObservationQuery Query)>> AskedAsync(HttpContext context, Reader reader, FhirDoor door, string interaction, params string[] more)
    {
        var form = await SearchForm.ReadAsync(context.Request);
        var query = form.IsOk ? ObservationQuery.Read(form.Value, reader.Tenant, more) : Result<ObservationQuery>.Failed(form.Errors);
        if (!query.IsOk)
            return Result<(Look, ObservationQuery)>.Failed(query.Errors);
        var look = await door.LookAsync(reader, Request(interaction, query.Value), context.RequestAborted);
        return look.IsOk ? (look.Value, query.Value) : Result<(Look, ObservationQuery)>.Failed(look.Errors);
    }

    private static LookRequest Request(string interaction, ObservationQuery query)
    {
        var (wanted, needed) = ObservationReading.Kinds(query);
        return new LookRequest(interaction, query.Patient, wanted) { Needed = needed };
    }

    // Whatever stands in such an address is neither repeated nor logged.
    private static HubError NotOffered(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && (request.Query.Count > 0 || ((string?)request.RouteValues["rest"])?.Any(char.IsAsciiDigit) == true)
            ? ReadErrors.IdInAddress.At()
            : HttpErrors.NotOffered.At(detail: "This FHIR interaction is not offered here; /metadata lists those that are");
}
