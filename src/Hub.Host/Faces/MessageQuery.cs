using System.Globalization;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Errors;

namespace Hub.Host.Faces;

/// <summary>Reads which messages an operator asks for from the address.</summary>
internal static class MessageQuery
{
    private static readonly Dictionary<string, DeliveryState> States =
        Enum.GetValues<DeliveryState>().ToDictionary(OperatorViews.Name, s => s, StringComparer.Ordinal);

    /// <summary>Reads the query.</summary>
    /// <param name="query">The query.</param>
    /// <returns>The filter, or every error.</returns>
    public static Result<MessageFilter> Read(IQueryCollection query)
    {
        var errors = new List<HubError>();
        var limit = Number(query, "limit", 50, 200, errors) ?? 50;
        var before = Number(query, "before", null, long.MaxValue, errors);
        DeliveryState? state = null;
        if (query["state"] is [{ } text])
        {
            if (States.TryGetValue(text, out var known))
                state = known;
            else
                errors.Add(HttpErrors.BadParameter.At("state", $"Must be one of {string.Join(", ", States.Keys)}"));
        }

        return errors.Count > 0
            ? Result<MessageFilter>.Failed(errors)
            : new MessageFilter(query["tenant"], before, (int)limit, State: state, Partner: query["partner"]);
    }

    private static long? Number(IQueryCollection query, string name, long? standard, long max, List<HubError> errors)
    {
        if (query[name] is not [{ } text])
            return standard;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= max)
            return value;
        errors.Add(HttpErrors.BadParameter.At(name, $"Must be a whole number from 1 to {max}"));
        return standard;
    }
}
