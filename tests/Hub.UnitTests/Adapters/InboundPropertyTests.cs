using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Adapters;

/// <summary>Whatever comes in, an adapter answers with events or errors and never throws.</summary>
public sealed class InboundPropertyTests
{
    private static readonly (string Folder, string[] Seeds)[] Adapters = [.. GoldenCase.Adapters.Select(a => (a.Folder, GoldenCase.Names(a.Folder).ToArray()))];

    [Fact]
    public void Should_never_throw_for_random_bytes() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Adapters.All(a => Answers(a.Folder, a.Seeds[0], bytes ?? []))));

    [Fact]
    public void Should_never_throw_for_truncated_input()
    {
        foreach (var (folder, seeds) in Adapters)
        {
            foreach (var name in seeds)
            {
                var seed = GoldenCase.Input(folder, name);
                for (var length = 0; length < seed.Length; length += 1 + (seed.Length / 40))
                    Assert.True(Answers(folder, name, seed[..length]));
            }
        }
    }

    [Fact]
    public void Should_never_throw_for_mutated_input() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(750 * Adapters.Length), Prop.ForAll(ArbMap.Default.ArbFor<(int Seed, int At, int What)>(), draw =>
        {
            var (folder, seeds) = Adapters[(draw.Seed & int.MaxValue) % Adapters.Length];
            var name = seeds[(draw.What & int.MaxValue) % seeds.Length];
            var random = new Random(unchecked((((draw.Seed * 31) + draw.At) * 31) + draw.What));
            var seed = GoldenCase.Input(folder, name);
            return Answers(folder, name, seed.AsSpan().TrimStart(" \r\n\t"u8).StartsWith("{"u8) ? Encoding.UTF8.GetBytes(Mutate(Encoding.UTF8.GetString(seed), random)) : Splice(seed, random));
        }));

    /// <summary>Half of a surrogate pair is JSON by its grammar and no text: at every place where a text stands.</summary>
    [Fact]
    public void Should_never_throw_for_half_of_a_surrogate_pair_anywhere()
    {
        foreach (var (folder, seeds) in Adapters)
        {
            foreach (var name in seeds)
            {
                var seed = Encoding.UTF8.GetString(GoldenCase.Input(folder, name));
                if (!seed.AsSpan().TrimStart().StartsWith("{"))
                    continue;
                for (var at = seed.IndexOf(": \"", StringComparison.Ordinal); at >= 0; at = seed.IndexOf(": \"", at + 1, StringComparison.Ordinal))
                {
                    var end = seed.IndexOf('"', at + 3);
                    if (end < 0)
                        break;
                    Assert.True(Answers(folder, name, Encoding.UTF8.GetBytes(seed[..(at + 3)] + "\\ud800" + seed[end..])));
                }
            }
        }
    }

    // For what is not JSON: pieces are cut out, doubled, or put somewhere else.
    private static byte[] Splice(byte[] seed, Random random)
    {
        for (var change = 0; change < 3 && seed.Length > 1; change++)
        {
            var from = random.Next(seed.Length);
            var to = Math.Min(seed.Length, from + random.Next(1, 40));
            var at = random.Next(seed.Length);
            seed = random.Next(3) switch
            {
                0 => [.. seed[..from], .. seed[to..]],
                1 => [.. seed[..at], .. seed[from..to], .. seed[at..]],
                _ => [.. seed[..at], (byte)random.Next(256), .. seed[(at + 1)..]],
            };
        }

        return seed;
    }

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

    private static bool Answers(string folder, string name, byte[] body)
    {
        var adapter = GoldenCase.Adapters.Single(a => a.Folder == folder).Adapter;
        foreach (var mode in Enum.GetValues<InboundMode>())
        {
            var parsed = adapter.Parse(GoldenCase.Message(folder, name, body, mode));
            Assert.True(parsed.Errors.Count > 0 || parsed.Entries.Count > 0, $"{adapter.Name} {mode} gave no answer to {Encoding.UTF8.GetString(body)}");
            Assert.All(parsed.Entries, e => Assert.True(e.Events.Count == 0 != (e.Errors.Count == 0), $"{adapter.Name} {mode} gave {e.Label} no events and no errors, or both: {Encoding.UTF8.GetString(body)}"));
        }

        return true;
    }
}
