namespace Hub.Host.Reading;

/// <summary>Where a page ended.</summary>
/// <param name="At">Time of its last entry.</param>
/// <param name="Id">Id of it.</param>
/// <param name="Same">How many entries of this very time have been given so far: as many more must be asked for.</param>
internal sealed record PagePosition(DateTimeOffset At, string Id, int Same);
