using System.Net.Http.Headers;
using Hub.Core.Content;
using Hub.Simulators.Gerica;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Clinical;

/// <summary>The journal takes what the mappings write.</summary>
public sealed class JournalAcceptedTests
{
    [Fact]
    public async Task Should_take_trends_handovers_and_messages_of_the_network()
    {
        await using var journal = await GericaServer.StartAsync();
        using var http = new HttpClient { BaseAddress = journal.Url };
        foreach (var (mapping, content) in new (string, HomeContent)[]
        {
            ("journal.trend", SampleLetters.Trend), ("journal.handover", SampleLetters.Handover), ("journal.clinical", SampleClinical.Report), ("journal.clinical", SampleClinical.Admitted),
        })
        {
            using var body = new ByteArrayContent(MappingBench.Map(mapping, content).Document!.Body.ToArray());
            body.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
            using var request = new HttpRequestMessage(HttpMethod.Post, "journal/fhir/Bundle") { Content = body };
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, $"{mapping}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }
    }
}
