using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Fhir.Json;
using Hub.Host.Composition;
using Hub.Host.Errors;
using Hub.Host.Reading;
using Hub.Host.Security.Tokens;

namespace Hub.Host.Faces;

/// <summary>The way from a request to the read face's answer: token, look, audit, resource. Errors are OperationOutcomes.</summary>
/// <param name="services">What the face uses.</param>
internal sealed class FhirDoor(HubServices services)
{
    /// <summary>An address that readers reach.</summary>
    /// <param name="resource">Resource type, as scopes name it.</param>
    /// <param name="work">What the address does.</param>
    /// <param name="right">Right that the scope must give: c, r, u, d or s. Default s.</param>
    /// <returns>The request delegate.</returns>
    public RequestDelegate For(string resource, Func<HttpContext, Reader, Task<Result<FhirAnswer>>> work, char right = 's') => async context =>
    {
        try
        {
            var reader = await services.Gate.EnterAsync(context, resource, right);
            var answer = reader.IsOk ? await work(context, reader.Value) : Result<FhirAnswer>.Failed(reader.Errors);
            if (answer.IsOk)
                await AnswerAsync(context, answer.Value);
            else
                await AnswerAsync(context, answer.Errors);
        }
        catch (StoreUnavailableException)
        {
            await AnswerAsync(context, [IntakeErrors.StoreDown.At()]);
        }

        services.Meter.Answered("fhir", context.Response.StatusCode);
    };

    /// <summary>Decides whether a reader may look, and records it.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="request">What they want.</param>
    /// <param name="cancel">The asker went away.</param>
    /// <returns>The look, or why it is refused.</returns>
    public Task<Result<Look>> LookAsync(Reader reader, LookRequest request, CancellationToken cancel) => services.Gate.LookAsync(reader, request, cancel);

    /// <summary>A search whose answer comes in pages: the first by a form, the others by the link in the page before.</summary>
    /// <typeparam name="T">The query.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="interaction">What is searched.</param>
    /// <param name="read">Reads the parameters.</param>
    /// <param name="want">What the reader must be allowed to see.</param>
    /// <param name="search">Gets a page.</param>
    /// <returns>The page as a searchset, or errors.</returns>
    public async Task<Result<FhirAnswer>> PagedAsync<T>(
        HttpContext context, Reader reader, string interaction, Func<SearchForm, Result<T>> read, Func<T, LookRequest> want, Func<Look, T, PagePosition?, Task<ReadPage>> search)
    {
        var asked = await FormAsync(context, reader, interaction);
        var query = asked.IsOk ? read(asked.Value.Form) : Result<T>.Failed(asked.Errors);
        if (!query.IsOk)
            return Result<FhirAnswer>.Failed(query.Errors);
        var look = await LookAsync(reader, want(query.Value), context.RequestAborted);
        if (!look.IsOk)
            return Result<FhirAnswer>.Failed(look.Errors);
        var page = await search(look.Value, query.Value, asked.Value.After);
        return await BundleAsync(context, look.Value, page, interaction, page.Next is null ? null : new PageLink(
            interaction, KeyOf(reader), services.Time.GetUtcNow() + PageLink.Life, [.. asked.Value.Form.Pairs.Select(p => new[] { p.Key, p.Value })], page.Next));
    }

    /// <summary>A page as a searchset, once the look is recorded. Where every partner failed it is an error: an empty page would look as if there were nothing.</summary>
    /// <param name="context">The request.</param>
    /// <param name="look">Whose look it is.</param>
    /// <param name="page">The page.</param>
    /// <param name="interaction">What was asked.</param>
    /// <param name="next">The next page, null when there is none.</param>
    /// <returns>The answer.</returns>
    public async Task<Result<FhirAnswer>> BundleAsync(HttpContext context, Look look, ReadPage page, string interaction, PageLink? next)
    {
        await look.Recorded;
        if (page.Gathered.Asked == 0)
            return LookupErrors.NobodyToAsk.At();
        if (page.Gathered.Failed)
            return Failure(page.Gathered);
        var self = $"{BaseOf(context, look.Reader.Tenant.Name)}/{interaction}";
        return new FhirAnswer(SearchSet.Of(page, look, self, next is null ? null : $"{self}?_page={next.Seal(services.Vault, look.Reader.Tenant.Name)}"));
    }

    /// <summary>Base address of a tenant's face, as callers see it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="tenant">The tenant.</param>
    /// <returns>The address without a slash at the end.</returns>
    public string BaseOf(HttpContext context, string tenant) => $"{PublicAddress.Base(context.Request, services.Settings.PublicUrl)}/fhir/{tenant}";

    /// <summary>Answers with a resource.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>When it is on its way.</returns>
    public static async Task AnswerAsync(HttpContext context, FhirAnswer answer)
    {
        var bytes = FhirJson.ToBytes(answer.Resource);
        var response = context.Response;
        (response.StatusCode, response.ContentType, response.ContentLength) = (answer.Status, MediaTypes.FhirJson, bytes.Length);

        // What a reader may see today, a cache on the way must not show tomorrow.
        response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Answers with errors.</summary>
    /// <param name="context">The request.</param>
    /// <param name="errors">At least one.</param>
    /// <returns>When it is on its way.</returns>
    public static Task AnswerAsync(HttpContext context, IReadOnlyList<HubError> errors)
    {
        var status = ErrorStatus.Of(errors);
        Problem.Hints(context.Response, status);
        if (status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            FhirChallenge.Write(context, errors[0]);
        return AnswerAsync(context, new FhirAnswer(MissingText.Of(errors, ErrorStatus.Of)) { Status = status });
    }

    private static Result<FhirAnswer> Failure(Gathered gathered) =>
        new FhirAnswer(MissingText.Of(gathered.Missing, gathered.Unknowing, [])!) { Status = ErrorStatus.Of(gathered.Missing[0].Why) };

    private static string KeyOf(Reader reader) => $"{reader.Party.Name}/{reader.Name}";

    private async Task<Result<(SearchForm Form, PagePosition? After)>> FormAsync(HttpContext context, Reader reader, string interaction)
    {
        var form = await SearchForm.ReadAsync(context.Request);
        if (!form.IsOk)
            return Result<(SearchForm, PagePosition?)>.Failed(form.Errors);
        if (context.Request.Query["_page"] is not [{ Length: > 0 } text])
            return HttpMethods.IsGet(context.Request.Method) ? ReadErrors.IdInAddress.At() : (form.Value, (PagePosition?)null);
        var link = PageLink.Open(text, KeyOf(reader), interaction, services.Vault, reader.Tenant.Name, services.Time.GetUtcNow());
        return link.IsOk
            ? (new SearchForm([.. link.Value.Form.Where(p => p.Length == 2).Select(p => KeyValuePair.Create(p[0], p[1]))]), link.Value.After)
            : Result<(SearchForm, PagePosition?)>.Failed(link.Errors);
    }
}
