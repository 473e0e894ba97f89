using Hub.Core.Intake;
using Hub.Host.Errors;

namespace Hub.Host.Faces;

/// <summary>The HTTP status of an intake answer. Pure.</summary>
internal static class AnswerStatus
{
    /// <summary>202 when something new was taken in and nothing was turned away, 200 when all of it was known already, 409 or 4xx when all was turned away, 207 when entries of a batch fared differently.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The status.</returns>
    public static int Of(IntakeAnswer answer)
    {
        if (answer.Errors.Count > 0)
            return ErrorStatus.Of(answer.Errors);
        if (answer.Entries.Count == 1)
            return Of(answer.Entries[0]);
        var taken = answer.Entries.Count(e => e.Status is EntryStatus.Accepted or EntryStatus.Repeated);
        if (taken == answer.Entries.Count)
            return answer.Entries.Any(e => e.Status == EntryStatus.Accepted) ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;
        if (taken > 0)
            return StatusCodes.Status207MultiStatus;
        var first = Of(answer.Entries[0]);
        return answer.Entries.All(e => Of(e) == first) ? first : StatusCodes.Status207MultiStatus;
    }

    /// <summary>The status of one entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>202, 200, 409 or the status of its first error.</returns>
    public static int Of(EntryAnswer entry) => entry.Status switch
    {
        EntryStatus.Accepted => StatusCodes.Status202Accepted,
        EntryStatus.Repeated => StatusCodes.Status200OK,
        EntryStatus.Conflict => StatusCodes.Status409Conflict,
        _ => entry.Errors.Count > 0 ? ErrorStatus.Of(entry.Errors) : StatusCodes.Status400BadRequest,
    };

    /// <summary>The name of a status in answers.</summary>
    /// <param name="status">The status.</param>
    /// <returns>accepted, repeated, conflict or refused.</returns>
    public static string Name(EntryStatus status) => status switch
    {
        EntryStatus.Accepted => "accepted",
        EntryStatus.Repeated => "repeated",
        EntryStatus.Conflict => "conflict",
        _ => "refused",
    };
}
