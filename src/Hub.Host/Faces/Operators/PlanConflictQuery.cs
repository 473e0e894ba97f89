using System.Globalization;
using Hub.Adapters.Plans;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Errors;
using Hub.Host.Registers;

namespace Hub.Host.Faces.Operators;

/// <summary>Reads from the address which conflicts of shared plans an operator asks for.</summary>
internal static class PlanConflictQuery
{
    private const char Between = '~';

    // In the words of the address; what is kept has older ones.
    private static readonly Dictionary<string, string?> States =
        new() { ["open"] = PlanShelf.Open, ["settled"] = PlanShelf.Settled, ["dismissed"] = PlanShelf.Dismissed, ["all"] = null };

    /// <summary>Reads the query.</summary>
    /// <param name="tenant">The tenant asked for; null for all.</param>
    /// <param name="query">The query.</param>
    /// <param name="snapshot">The configuration.</param>
    /// <returns>The filter, or every error.</returns>
    public static Result<PlanConflictFilter> Read(string? tenant, IQueryCollection query, ConfigSnapshot snapshot)
    {
        var errors = MessageQuery.Unknown(query, "tenant", "state", "before", "limit");
        if (tenant is not null && snapshot.Tenant(tenant) is null)
            errors.Add(HttpErrors.BadParameter.At("tenant", "There is no such tenant"));
        if (!States.TryGetValue((string?)query["state"] ?? "open", out var state))
            errors.Add(HttpErrors.BadParameter.At("state", "Must be open, settled, dismissed or all"));
        var limit = MessageQuery.Number(query, "limit", 50, 200, errors) ?? 50;
        var (before, key) = Place(query["before"], errors);
        return errors.Count > 0 ? Result<PlanConflictFilter>.Failed(errors) : new PlanConflictFilter(state, before, key, (int)limit);
    }

    /// <summary>The word of the address for a state that is kept.</summary>
    /// <param name="state">As it is kept.</param>
    /// <returns>The word.</returns>
    public static string Word(string? state) => States.FirstOrDefault(s => s.Value == state, new("open", null)).Key;

    /// <summary>The place of the next page.</summary>
    /// <param name="last">The last conflict of this one.</param>
    /// <returns>The value of <c>before</c>.</returns>
    public static string Next(PlanConflict last) => last.Record.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) + Between + last.Id;

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
