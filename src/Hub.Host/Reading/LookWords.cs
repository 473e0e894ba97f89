using Hub.Core.Content;

namespace Hub.Host.Reading;

/// <summary>What the audit log says of a look. No national id: patients are named by their keyed hash.</summary>
internal static class LookWords
{
    /// <summary>At what.</summary>
    /// <param name="patient">Keyed hash of the patient.</param>
    /// <param name="interaction">What was done.</param>
    /// <param name="kinds">Which kinds.</param>
    /// <returns>The text.</returns>
    public static string Target(Guid patient, string interaction, IEnumerable<ContentKind> kinds) =>
        $"patient:{patient:N} {interaction} {string.Join(',', kinds.Select(k => k.Name()))}";

    /// <summary>On what it rests.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The consents; null when none was needed.</returns>
    public static string? Reason(AccessVerdict verdict) => verdict.Purposes.Count == 0 ? null : string.Join(',', verdict.Purposes.Select(p => $"consent:{p}"));
}
