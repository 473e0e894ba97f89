using System.Text;
using Hub.Adapters.Gerica;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Xunit;

namespace Hub.UnitTests.Gerica;

/// <summary>Every row of the table in the adapter's README.</summary>
public sealed class GericaAnswerTests
{
    private static readonly AnswerHeaders Fhir = new("application/fhir+json");

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, false)]
    [InlineData(202, false)]
    [InlineData(204, false)]
    [InlineData(200, true)]
    public void Should_take_an_acceptance_as_delivered(int status, bool replayed)
    {
        var headers = Fhir with { Location = "https://journal.local/lab/fhir/Observation/12/_history/1?x=1", Replayed = replayed };

        Assert.Equal(new SendOutcome.Delivered("Observation/12/_history/1", replayed), GericaAnswer.Classify(status, headers, "{}"u8));
    }

    [Theory]
    [InlineData(302, "", "HUB-SEND-008", true, false)]
    [InlineData(401, "", "HUB-SEND-007", true, true)]
    [InlineData(403, "", "HUB-SEND-007", true, false)]
    [InlineData(403, "1.2", "HUB-SEND-005", false, false)]
    [InlineData(404, "", "HUB-SEND-003", true, false)]
    [InlineData(410, "", "HUB-SEND-003", true, false)]
    [InlineData(404, "patient-unknown", "HUB-SEND-006", false, false)]
    [InlineData(400, "", "HUB-SEND-005", false, false)]
    [InlineData(400, "2.4", "HUB-SEND-005", false, false)]
    [InlineData(400, "3", "HUB-SEND-003", true, false)]
    [InlineData(400, "3.1", "HUB-SEND-003", true, false)]
    [InlineData(400, "1.3", "HUB-SEND-006", false, false)]
    [InlineData(400, "2.1", "HUB-SEND-006", false, false)]
    [InlineData(408, "", "HUB-SEND-002", true, false)]
    [InlineData(409, "conflict", "HUB-SEND-009", false, false)]
    [InlineData(412, "", "HUB-SEND-009", false, false)]
    [InlineData(413, "", "HUB-SEND-005", false, false)]
    [InlineData(422, "", "HUB-SEND-005", false, false)]
    [InlineData(422, "invalid", "HUB-SEND-005", false, false)]
    [InlineData(422, "closed-journal", "HUB-GERICA-003", false, false)]
    [InlineData(422, "patient-unknown", "HUB-SEND-006", false, false)]
    [InlineData(422, "service-missing", "HUB-SEND-006", false, false)]
    [InlineData(422, "lock-error", "HUB-SEND-003", true, false)]
    [InlineData(423, "", "HUB-SEND-003", true, false)]
    [InlineData(425, "", "HUB-SEND-003", true, false)]
    [InlineData(429, "", "HUB-SEND-004", true, false)]
    [InlineData(500, "", "HUB-SEND-003", true, false)]
    [InlineData(501, "", "HUB-SEND-003", true, false)]
    [InlineData(502, "", "HUB-SEND-003", true, true)]
    [InlineData(503, "", "HUB-SEND-003", true, true)]
    [InlineData(504, "", "HUB-SEND-003", true, true)]
    [InlineData(101, "", "HUB-SEND-008", true, false)]
    [InlineData(999, "", "HUB-SEND-008", true, false)]
    public void Should_sort_refusals_by_what_helps(int status, string code, string error, bool retryable, bool partnerDown)
    {
        var failed = Assert.IsType<SendOutcome.Failed>(GericaAnswer.Classify(status, Fhir, Outcome(code)));

        Assert.Equal((error, retryable, partnerDown), (failed.Error.Code, failed.Error.Retryable, failed.PartnerDown));
    }

    [Fact]
    public void Should_take_a_duplicate_as_delivered_before()
    {
        Assert.Equal(new SendOutcome.Delivered(null, Repeat: true), GericaAnswer.Classify(409, Fhir, Outcome("duplicate")));
    }

    [Fact]
    public void Should_doubt_a_200_that_is_not_fhir()
    {
        var failed = Assert.IsType<SendOutcome.Failed>(GericaAnswer.Classify(200, new AnswerHeaders("text/html"), "<html>Logg inn</html>"u8));

        Assert.Equal("HUB-SEND-008", failed.Error.Code);
    }

    [Fact]
    public void Should_keep_the_wait_of_a_temporary_refusal_only()
    {
        var headers = Fhir with { RetryAfter = TimeSpan.FromSeconds(7) };

        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<SendOutcome.Failed>(GericaAnswer.Classify(503, headers, [])).RetryAfter);
        Assert.Null(Assert.IsType<SendOutcome.Failed>(GericaAnswer.Classify(422, headers, [])).RetryAfter);
    }

    [Fact]
    public void Should_show_code_and_path_but_never_the_partners_text()
    {
        var body = """
            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"invalid","diagnostics":"Line Danser 13116900216",
            "details":{"text":"13116900216","coding":[{"code":"13116900216"},{"code":"closed-journal"}]},"expression":["Patient/13116900216","Observation.code"]}]}
            """;
        var failed = Assert.IsType<SendOutcome.Failed>(GericaAnswer.Classify(422, Fhir, Encoding.UTF8.GetBytes(body)));

        Assert.Contains("closed-journal", failed.Error.Text, StringComparison.Ordinal);
        Assert.Equal("Observation.code", failed.Error.Path);
        Assert.DoesNotContain("13116900216", failed.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Danser", failed.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData(" 120 ", 120)]
    [InlineData("0", 0)]
    [InlineData("Sun, 01 Mar 2026 08:00:30 GMT", 30)]
    [InlineData("Sun, 01 Mar 2026 07:00:00 GMT", 0)]
    [InlineData("99999999999", 86_400)]
    [InlineData("soon", null)]
    [InlineData("-3", null)]
    [InlineData("", null)]
    public void Should_read_retry_after_as_seconds_or_date(string value, int? seconds)
    {
        var now = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, RetryAfter.Parse(value, now));
    }

    private static byte[] Outcome(string code) => code.Length == 0
        ? []
        : Encoding.UTF8.GetBytes($$$"""{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"processing","details":{"coding":[{"code":"{{{code}}}"}]}}]}""");
}
