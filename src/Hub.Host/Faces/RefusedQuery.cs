using System.Globalization;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Errors;
using Hub.Host.Faces.Operators;
using Hub.Host.Polling;

namespace Hub.Host.Faces;

/// <summary>Reads which refused input an operator asks for from the address.</summary>
internal static class RefusedQuery
{
    private const string Open = "open";
    private const char Between = '~';

    /// <summary>Reads the query.</summary>
    /// <param name="tenant">The tenant asked for, null when none is.</param>
    /// <param name="query">The query.</param>
    /// <param name="snapshot">The configuration.</param>
    /// <returns>The filter, or every error.</returns>
    public static Result<RecordFilter> Read(string? tenant, IQueryCollection query, ConfigSnapshot snapshot)
    {
        var errors = MessageQuery.Unknown(query, "tenant", "partner", "state", "before", "limit");
        if (tenant is null)
            errors.Add(HttpErrors.BadParameter.At("tenant", "Must be given"));
        else if (snapshot.Tenant(tenant) is null)
            errors.Add(HttpErrors.BadParameter.At("tenant", "There is no such tenant"));
        var limit = MessageQuery.Number(query, "limit", 50, 200, errors) ?? 50;
        var (before, key) = Place(query["before"], errors);
        if (errors.Count > 0)
            return Result<RecordFilter>.Failed(errors);
        var state = (string?)query["state"] ?? Open;
        return new RecordFilter(tenant!, RecordKinds.Refused)
        {
            KeyPrefix = (string?)query["partner"] is { } partner ? RefusedRegister.PrefixOf(partner) : null,
            State = state == Open ? null : state,
            ExceptStates = state == Open ? [RefusedInput.TakenIn, RefusedInput.Discarded] : [],
            Before = before,
            AfterKey = key,
            Limit = (int)limit,
        };
    }

    /// <summary>The place of the next page.</summary>
    /// <param name="last">The last entry of this one.</param>
    /// <returns>The value of <c>before</c>.</returns>
    public static string Next(StoredRecord last) => last.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) + Between + last.Key;

    private static (DateTimeOffset? Before, string? Key) Place(string? text, List<HubError> errors)
    {
        if (text is null)
            return default;
        var parts = text.Split(Between, 2);
        if (parts.Length == 2 && DateTimeOffset.TryParseExact(parts[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return (at, parts[1]);
        errors.Add(HttpErrors.BadParameter.At("before", "Must be the value of 'next' of the page before"));
        return default;
    }
}
