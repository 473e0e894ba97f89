using System.Text;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Errors;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Hub.Host.Faces;

/// <summary>Parameters of a search, which stand in the body: addresses are logged on the way, and a patient's number never belongs in one.</summary>
internal static class PlanForm
{
    private const int MaxBytes = 16 * 1024;

    /// <summary>Reads a form.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">Parameters that are understood.</param>
    /// <returns>The parameters, or an error for each that is not known.</returns>
    public static async Task<Result<IReadOnlyDictionary<string, StringValues>>> ReadAsync(HttpRequest request, params IReadOnlyList<string> known)
    {
        if (request.Query.Count > 0)
            return HttpErrors.BadParameter.At(request.Query.Keys.First(), "Parameters of a search stand in the body");
        if (MediaTypes.Split(request.ContentType).Type is not "application/x-www-form-urlencoded")
            return IntakeErrors.WrongMediaType.At(detail: "Send the parameters as application/x-www-form-urlencoded");
        var body = await RequestBody.ReadAsync(request, MaxBytes, InboundMode.Strict);
        if (!body.IsOk)
            return Result<IReadOnlyDictionary<string, StringValues>>.Failed(body.Errors);
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Value.Span));
        var unknown = form.Keys.Where(k => !known.Contains(k)).Select(k => HttpErrors.BadParameter.At(k, "There is no such parameter here")).ToArray();
        return unknown.Length > 0 ? Result<IReadOnlyDictionary<string, StringValues>>.Failed(unknown) : form;
    }

    /// <summary>The number of a patient: <c>SYSTEM|NUMBER</c>, or the number alone.</summary>
    /// <param name="form">The parameters.</param>
    /// <param name="names">Names that it may have.</param>
    /// <returns>The number; null when there is none.</returns>
    public static string? Number(IReadOnlyDictionary<string, StringValues> form, params IReadOnlyList<string> names)
    {
        var value = names.Select(n => form.TryGetValue(n, out var v) ? v.ToString() : null).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
        return value is null ? null : value[(value.LastIndexOf('|') + 1)..].Trim();
    }
}
