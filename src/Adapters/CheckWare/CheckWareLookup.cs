using System.Globalization;
using System.Text.Json;
using Hub.Adapters.Http;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.CheckWare;

/// <summary>Asks a CheckWare-like system for the forms of a patient: <c>POST {url}/api/assessments/search</c>, with the number in the body.</summary>
public sealed class CheckWareLookup : ILookup
{
    private readonly AuthorizedHttp _http;
    private readonly Uri _search;
    private readonly PartnerConfig _partner;
    private readonly SenderContext _context;

    /// <summary>A way for questions.</summary>
    /// <param name="partner">The system; its url is set.</param>
    /// <param name="context">Clock and secrets.</param>
    public CheckWareLookup(PartnerConfig partner, SenderContext context)
    {
        (_partner, _context) = (partner, context);
        _http = new AuthorizedHttp(partner, context);
        _search = BaseAddress.Join(partner.Url!, "api/assessments/search");
    }

    /// <inheritdoc/>
    public async Task<Result<LookupAnswer>> AskAsync(LookupQuery query, CancellationToken cancel)
    {
        if (query is not LookupQuery.AnswersOf question)
            return LookupErrors.NobodyToAsk.At();
        var bytes = Question(question);
        var answer = await _http.SendAsync(() => Request(bytes), cancel);
        return answer.Failure is { } failure ? Fault(failure) : answer.Status == 200 ? Read(answer.Body, answer.Whole, question) : Refused(answer.Status);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private HttpRequestMessage Request(byte[] question)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _search) { Content = new ByteArrayContent(question) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return request;
    }

    private static byte[] Question(LookupQuery.AnswersOf question)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("nationalId", question.Patient.Value);
            if (question.FormId is { } form)
                json.WriteString("form", form);
            if (question.From is { } start)
                json.WriteString("from", start.ToString("O", CultureInfo.InvariantCulture));
            if (question.To is { } end)
                json.WriteString("to", end.ToString("O", CultureInfo.InvariantCulture));
            json.WriteNumber("limit", question.Limit);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private Result<LookupAnswer> Read(ReadOnlyMemory<byte> body, bool whole, LookupQuery.AnswersOf question)
    {
        using var document = whole ? JsonInput.Open(body, out _) : null;
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("deliveries", out var deliveries) || deliveries.ValueKind != JsonValueKind.Array)
            return LookupErrors.Unreadable.At();
        // What the system tells beyond the form is no reason to tell the asker nothing.
        var lenient = _partner with { Inbound = (_partner.Inbound ?? new InboundConfig([])) with { Mode = InboundMode.Lenient } };
        var input = new InboundMessage(body, "application/json", _context.Time.GetUtcNow(), lenient, _context.Tenant.Environment);
        var entries = deliveries.EnumerateArray().Select((d, i) => DeliveryReader.Read(d, $"$.deliveries[{i}]", input)).ToArray();
        if (entries.FirstOrDefault(e => e.Errors.Count > 0) is { } bad)
            return LookupErrors.Unreadable.At(bad.Errors[0].Path, $"A form in the answer cannot be read: {bad.Errors[0].Code}");
        var events = entries.SelectMany(e => e.Events).ToArray();
        // An answer about somebody else must never be shown as this patient's.
        if (events.Any(e => e.Patient.Id != question.Patient))
            return LookupErrors.Unreadable.At(detail: "The answer is about another patient than was asked for");
        var replaced = events.Select(e => e.Content.Corrects).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var findings = events.Where(e => !replaced.Contains(e.SourceId) && e.Content is QuestionnaireAnswers { Status: not "entered-in-error" })
            .Select(e => new LookupFinding(e.SourceId, e.Patient, e.Content) { Updated = ((QuestionnaireAnswers)e.Content).Time.Start })
            .OrderByDescending(f => f.Updated).ToArray();
        var more = root.TryGetProperty("more", out var rest) && rest.ValueKind == JsonValueKind.True;
        return new LookupAnswer([.. findings.Take(question.Limit)], !more && findings.Length <= question.Limit);
    }

    private static HubError Refused(int status) => status switch
    {
        401 or 403 => LookupErrors.CredentialsRefused.At(detail: $"The system answered {status}"),
        404 => LookupErrors.PatientUnknown.At(),
        408 or 504 => LookupErrors.TimedOut.At(),
        503 => LookupErrors.Unreachable.At(detail: "The system answered 503"),
        >= 300 and < 400 => LookupErrors.Unreadable.At(detail: $"The system answered {status}; redirects are not followed"),
        _ => LookupErrors.Failed.At(detail: $"The system answered {status}"),
    };

    private static HubError Fault(SendOutcome.Failed failure) => failure.Error.Code switch
    {
        var code when code == DeliveryErrors.TimedOut.Code => LookupErrors.TimedOut.At(),
        var code when code == DeliveryErrors.CredentialsRefused.Code => LookupErrors.CredentialsRefused.At(detail: failure.Error.Text),
        var code when code == DeliveryErrors.UnreadableAnswer.Code => LookupErrors.Unreadable.At(detail: failure.Error.Text),
        var code when code == DeliveryErrors.Unreachable.Code || code == DeliveryErrors.NotSecure.Code => LookupErrors.Unreachable.At(detail: failure.Error.Text),
        _ => LookupErrors.Failed.At(detail: failure.Error.Text),
    };
}
