using Hub.Benchmarks.Crypto;
using Hub.Benchmarks.Running;

namespace Hub.Benchmarks.Rows;

/// <summary>Signed ebXML in memory on one core: a message built, encrypted and signed, and one received and acked, against bare RSA and CMS.</summary>
public static class MessageRows
{
    private const int MaxKilobytes = 150;

    public static IReadOnlyList<Row> Measure(Bench bench)
    {
        var rounds = bench.Full ? 61 : 9;
        var rows = new List<Row>();
        foreach (var bits in new[] { 2048, 3072 })
        {
            Table.Progress($"signed messages in memory, RSA-{bits}");
            using var exchange = new Exchange(bits);
            rows.AddRange(Sent("PLO", BenchDocuments.Plo, "HELSEOPPLYSNINGER_LEGE", exchange, bits, rounds));
            rows.AddRange(Sent("dialog", BenchDocuments.Dialog, "DIALOG_HELSEFAGLIG", exchange, bits, rounds));
            rows.AddRange(Received(exchange, bits, rounds));
        }

        return rows;
    }

    private static IEnumerable<Row> Sent(string kind, Func<ReadOnlyMemory<byte>> build, string action, Exchange exchange, int bits, int rounds)
    {
        var plaintext = build().ToArray();
        var bare = exchange.Bare;
        var measured = Interleaved.Measure(() => exchange.Send(build(), action), () => bare.Sign(bare.Encrypt(plaintext)), rounds);
        return Rows($"{kind} of {plaintext.Length / 1000.0:0.0} kB built, encrypted, signed, RSA-{bits}", measured);
    }

    private static IEnumerable<Row> Received(Exchange exchange, int bits, int rounds)
    {
        var bare = exchange.Bare;
        var plaintext = BenchDocuments.Plo().ToArray();
        var sent = exchange.Send(plaintext, "HELSEOPPLYSNINGER_LEGE");
        var encrypted = bare.Encrypt(plaintext);
        var signature = bare.Sign(encrypted);
        var receipt = exchange.Receive(sent).Envelope.ToArray();
        var measured = Interleaved.Measure(() => exchange.Receive(sent), Floor, rounds);
        return Rows($"received, verified, decrypted, acked, RSA-{bits}", measured);

        void Floor()
        {
            if (!bare.Verify(encrypted, signature))
                throw new InvalidOperationException("The floor does not verify.");
            bare.Decrypt(encrypted);
            bare.Answer(receipt);
        }
    }

    private static IEnumerable<Row> Rows(string name, Interleaved measured)
    {
        var kilobytes = measured.Bytes / 1000.0;
        yield return new Row(name, "one core", measured.Value, "/s", measured.Floor, ">= 0.60", measured.Value >= 0.60 * measured.Floor);
        yield return new Row($"{name}: allocated", "one core", kilobytes, "kB", null, $"<= {MaxKilobytes} kB", kilobytes <= MaxKilobytes);
    }
}
