namespace Hub.Store.Sql;

/// <summary>A statement that returns nothing, with its values.</summary>
/// <param name="Sql">The text, with numbered parameters ($1, $2 ...).</param>
/// <param name="Values">The values.</param>
internal readonly record struct Statement(string Sql, params object?[] Values);
