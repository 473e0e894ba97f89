using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Gerica;

/// <summary>Writes the answer to something that took effect, unless a fault spoils it on the way.</summary>
internal static class LostAnswers
{
    private static readonly byte[] Garbage = "<html>gateway\0 {\"resourceType\":"u8.ToArray();

    public static async Task WriteAsync(HttpContext http, int status, byte[] body, string? location, bool replayed, FaultPlan plan)
    {
        if (Chance.Hits(plan.LostAnswerRate))
        {
            http.Abort();
        }
        else if (Chance.Hits(plan.TruncateRate))
        {
            http.Response.StatusCode = status;
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
            await http.Response.Body.FlushAsync();
            http.Abort();
        }
        else
        {
            await Answers.WriteAsync(http, status, Chance.Hits(plan.GarbleRate) ? Garbage : body, location, replayed);
        }
    }
}
