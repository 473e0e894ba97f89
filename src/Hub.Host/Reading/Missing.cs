using Hub.Core.Errors;

namespace Hub.Host.Reading;

/// <summary>Something that should be in an answer and is not.</summary>
/// <param name="Partner">Whose it is.</param>
/// <param name="What">What it is, in words: values, forms, plans.</param>
/// <param name="Why">Why it is missing.</param>
/// <param name="From">From when it is missing, null = from the beginning.</param>
/// <param name="To">Until when, exclusive; null = until now.</param>
/// <param name="IsPart">True when the partner gave a part of it.</param>
internal sealed record Missing(string Partner, string What, HubError Why, DateTimeOffset? From, DateTimeOffset? To, bool IsPart);
