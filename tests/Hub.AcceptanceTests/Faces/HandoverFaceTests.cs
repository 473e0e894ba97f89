using Xunit;

namespace Hub.AcceptanceTests.Faces;

/// <summary>The face of handovers.</summary>
[Collection(FaceCollection.Name)]
public class HandoverFaceTests(FaceHub hub)
{
    [Fact]
    public async Task Should_hold_back_a_partner_that_asks_faster_than_it_may()
    {
        var statuses = new List<(int Status, string? Code)>();
        for (var i = 0; i < 30; i++)
        {
            var answer = await hub.PostAsync("/handovers/larvik/_search", "hasty", "{}");
            statuses.Add((answer.Status, answer.Code));
        }

        Assert.Equal(200, statuses[0].Status);
        Assert.Contains((429, "HUB-INTAKE-019"), statuses);
    }
}
