using System.Text;
using Hub.Core.Errors;
using Hub.Host.Errors;
using Hub.Host.Faces;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Hub.AcceptanceTests.Faces;

public class ProblemTests
{
    /// <summary>Its action asks for the trace id; without it nobody finds the line in the log.</summary>
    [Fact]
    public async Task Should_name_the_trace_of_a_defect_and_of_nothing_else()
    {
        Assert.Contains("\"traceId\":\"0HN1\"", await WrittenAsync(InternalErrors.Defect.At()), StringComparison.Ordinal);
        Assert.DoesNotContain("traceId", await WrittenAsync(HttpErrors.NoSuchAddress.At()), StringComparison.Ordinal);
    }

    private static async Task<string> WrittenAsync(HubError error)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { TraceIdentifier = "0HN1" };
        context.Response.Body = body;
        await Problem.WriteAsync(context.Response, error);
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
