using System.Globalization;
using Hub.Core.Errors;
using Hub.Host.Errors;

namespace Hub.Host.Faces.Operators;

/// <summary>Reads what an operator asks for from the address.</summary>
internal static class MessageQuery
{
    /// <summary>Parameters that would be passed over in silence: a misspelt filter shows everything and looks as if it had worked.</summary>
    /// <param name="query">The query.</param>
    /// <param name="known">Names that it may have, each once.</param>
    /// <returns>An error for each parameter that is not known or stands twice.</returns>
    public static List<HubError> Unknown(IQueryCollection query, params string[] known) =>
    [
        .. query.Where(p => !known.Contains(p.Key)).Select(p => HttpErrors.BadParameter.At(p.Key, $"There is no such parameter; known are {string.Join(", ", known)}")),
        .. query.Where(p => known.Contains(p.Key) && p.Value is not [{ Length: > 0 }]).Select(p => HttpErrors.BadParameter.At(p.Key, "Must have one value")),
    ];

    /// <summary>A whole number of the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="name">Its name.</param>
    /// <param name="standard">What it is when it is not given.</param>
    /// <param name="max">Largest.</param>
    /// <param name="errors">A wrong value is added here.</param>
    /// <returns>The number.</returns>
    public static long? Number(IQueryCollection query, string name, long? standard, long max, List<HubError> errors)
    {
        if (query[name] is not [{ } text])
            return standard;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= max)
            return value;
        errors.Add(HttpErrors.BadParameter.At(name, $"Must be a whole number from 1 to {max}"));
        return standard;
    }
}
