using System.Globalization;
using System.Text;

namespace Hub.Simulators.Gerica;

/// <summary>Append-only file of a ledger: one line per effect (<c>E</c>) and repeat (<c>R</c>), handed to the operating system before the sender gets its answer. It survives the death of the process, not of the machine.</summary>
internal sealed class LedgerFile : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _stream;

    public LedgerFile(string path) => _stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);

    public static void Read(string path, Action<Effect> effect, Action<(string Client, string Key)> repeat)
    {
        if (!File.Exists(path))
            return;
        foreach (var line in File.ReadLines(path))
        {
            // The last line may have been cut by a kill: it was never answered.
            switch (line.Split('\t'))
            {
                case ["E", var no, var client, var form, var patient, var key, var document, var digest, var at, "."]:
                    effect(new Effect(
                        long.Parse(no, CultureInfo.InvariantCulture), client, form, patient, key, document, digest,
                        DateTimeOffset.ParseExact(at, "O", CultureInfo.InvariantCulture)));
                    break;
                case ["R", var client, var key, "."]:
                    repeat((client, key));
                    break;
            }
        }
    }

    public void Effect(Effect e) => Write(string.Create(
        CultureInfo.InvariantCulture, $"E\t{e.No}\t{e.Client}\t{e.Form}\t{e.Patient}\t{e.Key}\t{e.DocumentId}\t{e.Digest}\t{e.At:O}\t.\n"));

    public void Repeat(Effect e) => Write($"R\t{e.Client}\t{e.Key}\t.\n");

    public void Dispose() => _stream.Dispose();

    private void Write(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        lock (_lock)
        {
            _stream.Write(bytes);
            _stream.Flush();
        }
    }
}
