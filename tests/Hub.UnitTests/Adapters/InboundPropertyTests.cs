using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hub.Adapters.Dignio;
using Hub.Adapters.Vkp;
using Hub.Core.Adapters;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Adapters;

/// <summary>Whatever comes in, an adapter answers with events or errors and never throws.</summary>
public sealed class InboundPropertyTests
{
    private static readonly (IInboundAdapter Adapter, byte[][] Seeds)[] Adapters =
    [
        (new DignioAdapter(), [.. GoldenCase.Names("Dignio").Select(n => GoldenCase.Input("Dignio", n))]),
        (new VkpAdapter(), [.. GoldenCase.Names("Vkp").Select(n => GoldenCase.Input("Vkp", n))]),
    ];

    [Fact]
    public void Should_never_throw_for_random_bytes() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Adapters.All(a => Answers(a.Adapter, bytes ?? []))));

    [Fact]
    public void Should_never_throw_for_truncated_input()
    {
        foreach (var (adapter, seeds) in Adapters)
        {
            foreach (var seed in seeds)
            {
                for (var length = 0; length < seed.Length; length += 1 + (seed.Length / 40))
                    Assert.True(Answers(adapter, seed[..length]));
            }
        }
    }

    [Fact]
    public void Should_never_throw_for_mutated_input() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(ArbMap.Default.ArbFor<(int Seed, int At, int What)>(), draw =>
        {
            var (adapter, seeds) = Adapters[Math.Abs(draw.Seed % 2)];
            var text = Encoding.UTF8.GetString(seeds[Math.Abs(draw.What % seeds.Length)]);
            return Answers(adapter, Encoding.UTF8.GetBytes(Mutate(text, new Random(unchecked((((draw.Seed * 31) + draw.At) * 31) + draw.What)))));
        }));

    private static string Mutate(string text, Random random)
    {
        string[] junk = ["null", "[]", "{}", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "1e400", "-0", "true", "{\"a\":1,\"a\":2}", "[[[]]]", "\"2026-13-45T99:00:00+99:99\"", "99999999999999999999999999999999999", "\"æøå😀\""];
        var values = new List<int>();
        for (var i = 0; i < text.Length - 1; i++)
        {
            if (text[i] == ':' && text[i + 1] == ' ')
                values.Add(i + 2);
        }

        for (var change = 0; change < 3 && values.Count > 0; change++)
        {
            var at = values[random.Next(values.Count)];
            if (at >= text.Length)
                continue;
            var end = at;
            while (end < text.Length && text[end] is not (',' or '\n'))
                end++;
            var opens = end > at && text[end - 1] is '{' or '[';
            text = opens ? text : text[..at] + junk[random.Next(junk.Length)] + text[end..];
        }

        return text;
    }

    private static bool Answers(IInboundAdapter adapter, byte[] body)
    {
        foreach (var mode in Enum.GetValues<InboundMode>())
        {
            var parsed = adapter.Parse(GoldenCase.Message(body, mode));
            Assert.True(parsed.Errors.Count > 0 || parsed.Entries.Count > 0, $"{adapter.Name} {mode} gave no answer to {Encoding.UTF8.GetString(body)}");
            Assert.All(parsed.Entries, e => Assert.True(e.Events.Count == 0 != (e.Errors.Count == 0), $"{adapter.Name} {mode} gave {e.Label} no events and no errors, or both: {Encoding.UTF8.GetString(body)}"));
        }

        return true;
    }
}
