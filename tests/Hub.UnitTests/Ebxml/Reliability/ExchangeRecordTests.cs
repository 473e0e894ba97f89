using Hub.Ebxml.Reliability;
using Xunit;

namespace Hub.UnitTests.Ebxml.Reliability;

public class ExchangeRecordTests
{
    [Fact]
    public async Task Should_remember_one_message_of_two_at_once()
    {
        var record = new MemoryExchangeRecord();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            Task.Run(() => record.AddReceivedAsync(Exchange.Received() with { Answer = new[] { (byte)i } }, default).AsTask())));
        Assert.Single(answers, a => a is null);
        Assert.Single(answers.OfType<RememberedMessage>().Distinct());
        Assert.Null(await record.AddReceivedAsync(Exchange.Received() with { Key = new(999, "m") }, default));
    }

    [Fact]
    public async Task Should_forget_only_what_need_not_be_kept()
    {
        var record = new MemoryExchangeRecord();
        await record.AddReceivedAsync(Exchange.Received(), default);
        Assert.Equal(0, await record.ForgetReceivedAsync(Exchange.Start.AddDays(4), default));
        Assert.Equal(1, await record.ForgetReceivedAsync(Exchange.Start.AddDays(5), default));
        Assert.Null(await record.FindReceivedAsync(new(Exchange.Sender, "m"), default));
    }

    [Fact]
    public async Task Should_refuse_to_overwrite_what_it_has_not_seen()
    {
        var record = new MemoryExchangeRecord();
        Assert.True(await record.AddSentAsync(Exchange.Sent(), default));
        Assert.False(await record.AddSentAsync(Exchange.Sent(), default));
        Assert.True(await record.SaveSentAsync(Exchange.Sent() with { Version = 1 }, 0, default));
        Assert.False(await record.SaveSentAsync(Exchange.Sent() with { Version = 1 }, 0, default));
        Assert.Single(await record.DueAsync(Exchange.Schedule, Exchange.Start, 10, default));
        Assert.Empty(await record.DueAsync(Exchange.Schedule, Exchange.Start.AddSeconds(-1), 10, default));
    }
}
