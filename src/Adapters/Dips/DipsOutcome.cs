using System.Text.Json;
using Hub.Core.Errors;

namespace Hub.Adapters.Dips;

/// <summary>
/// What an OperationOutcome, or the gateway's own message, says. Its words may name the patient: they are read for what they tell and never kept. DIPS writes them in <c>details.text</c>, in <c>diagnostics</c>, or in both.
/// </summary>
/// <param name="IsOutcome">True when the body is an OperationOutcome.</param>
/// <param name="IsError">True when an issue is an error or fatal.</param>
/// <param name="Code">The first issue type that is an error's (FHIR R4 issue-type), null when none.</param>
/// <param name="Told">What the words were recognised as, null when as nothing.</param>
internal sealed record DipsOutcome(bool IsOutcome, bool IsError, string? Code, ErrorDefinition? Told)
{
    private static readonly DipsOutcome None = new(false, false, null, null);

    // Words by which the journal is known, or assumed, to say these things (README); matched without regard to case.
    private static readonly (string Words, ErrorDefinition Meaning)[] Known =
    [
        ("subscription key", DipsErrors.SubscriptionRefused),
        ("epr group", DipsErrors.NotPermitted),
        ("not authorized to", DipsErrors.NotPermitted),
        ("journalen er lukket", DipsErrors.JournalClosed),
        ("journalen er avsluttet", DipsErrors.JournalClosed),
        ("journal is closed", DipsErrors.JournalClosed),
        ("episode", DipsErrors.NoEpisode),
        ("vedlikehold", DipsErrors.Maintenance),
        ("maintenance", DipsErrors.Maintenance),
        ("patient was not found", DeliveryErrors.PatientUnknown),
        ("pasienten finnes ikke", DeliveryErrors.PatientUnknown),
    ];

    /// <summary>Reads a body; anything that is neither reads as none.</summary>
    public static DipsOutcome Of(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return None;
        using var document = DipsJson.Parse(body);
        if (document is null)
            return None;
        var root = document.RootElement;
        if (DipsJson.Text(root, "resourceType") != "OperationOutcome")
            return new DipsOutcome(false, false, null, Recognise(DipsJson.Text(root, "message")));
        var issues = DipsJson.Items(root, "issue").ToArray();
        var error = issues.FirstOrDefault(i => DipsJson.Text(i, "severity") is "error" or "fatal");
        var told = issues.SelectMany(Words).Select(Recognise).FirstOrDefault(m => m is not null);
        return new DipsOutcome(true, error.ValueKind != JsonValueKind.Undefined, Plain(DipsJson.Text(error, "code")), told);
    }

    private static IEnumerable<string?> Words(JsonElement issue)
    {
        yield return DipsJson.Text(DipsJson.Member(issue, "details"), "text");
        foreach (var coding in DipsJson.Items(DipsJson.Member(issue, "details"), "coding"))
            yield return DipsJson.Text(coding, "display");
        // Some of the national services put an object here, which FHIR does not know.
        var diagnostics = DipsJson.Member(issue, "diagnostics");
        yield return diagnostics.ValueKind == JsonValueKind.Object ? DipsJson.Text(diagnostics, "errorMessage") : DipsJson.Text(issue, "diagnostics");
    }

    private static ErrorDefinition? Recognise(string? words) =>
        words is null ? null : Array.Find(Known, k => words.Contains(k.Words, StringComparison.OrdinalIgnoreCase)).Meaning;

    // What is shown of an answer must not be able to carry a name or a national id.
    private static string? Plain(string? code) => code is { Length: > 0 and <= 30 } && code.All(c => char.IsAsciiLetterLower(c) || c == '-') ? code : null;
}
