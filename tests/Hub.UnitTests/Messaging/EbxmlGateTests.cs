using Hub.Host.Faces;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Hub.UnitTests.Messaging;

/// <summary>Who sends slowly, or much, takes nothing from those who send a letter.</summary>
public class EbxmlGateTests
{
    private const int AtOnce = 4;

    [Fact]
    public async Task Should_take_letters_while_slow_senders_hold_their_connections()
    {
        var gate = new EbxmlGate(AtOnce);
        var slow = Enumerable.Range(0, 50).Select(i => gate.PassAsync(Request(new Never(), i % 2 == 0 ? 100 : null), _ => Task.CompletedTask)).ToList();
        var taken = 0;
        Assert.Null(await gate.PassAsync(Request(new MemoryStream([1, 2, 3]), 3), body =>
        {
            taken = body.Length;
            return Task.CompletedTask;
        }));
        Assert.Equal(3, taken);

        // Large bodies are read a few at a time.
        Assert.Equal("HUB-INTAKE-018", (await gate.PassAsync(Request(new MemoryStream(new byte[300_000]), null), _ => Task.CompletedTask))!.Code);
        Assert.Equal(25 + AtOnce, slow.Count(s => !s.IsCompleted));
    }

    [Fact]
    public async Task Should_check_a_few_at_a_time_while_others_wait_for_their_turn()
    {
        var gate = new EbxmlGate(AtOnce, TimeSpan.FromMinutes(1));
        var end = new TaskCompletionSource();
        var (now, most) = (0, 0);
        var all = Enumerable.Range(0, 50).Select(_ => gate.PassAsync(Request(new MemoryStream([1]), 1), async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await end.Task;
            Interlocked.Decrement(ref now);
        })).ToList();
        Assert.Equal(AtOnce, most);
        end.SetResult();
        Assert.All(await Task.WhenAll(all), Assert.Null);
    }

    [Fact]
    public async Task Should_turn_away_who_has_waited_too_long()
    {
        var gate = new EbxmlGate(AtOnce, TimeSpan.FromMilliseconds(20));
        var end = new TaskCompletionSource();
        var running = Enumerable.Range(0, AtOnce).Select(_ => gate.PassAsync(Request(new MemoryStream([1]), 1), _ => end.Task)).ToList();
        Assert.Equal("HUB-INTAKE-018", (await gate.PassAsync(Request(new MemoryStream([1]), 1), _ => Task.CompletedTask))!.Code);
        end.SetResult();
        await Task.WhenAll(running);
        Assert.Null(await gate.PassAsync(Request(new MemoryStream([1]), 1), _ => Task.CompletedTask));
    }

    [Fact]
    public async Task Should_read_large_messages_up_to_the_limit()
    {
        var gate = new EbxmlGate(AtOnce);
        Assert.Null(await gate.PassAsync(Request(new MemoryStream(new byte[EbxmlGate.MaxBytes]), EbxmlGate.MaxBytes), _ => Task.CompletedTask));
        Assert.Equal("HUB-INTAKE-002", (await gate.PassAsync(Request(new MemoryStream(new byte[EbxmlGate.MaxBytes + 1]), null), _ => Task.CompletedTask))!.Code);
    }

    private static DefaultHttpContext Request(Stream body, long? length) => new() { Request = { Method = "POST", Body = body, ContentLength = length } };

    private sealed class Never : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
