namespace Hub.Kith.Plo;

/// <summary>A message under check, with its parts collected once.</summary>
internal sealed class PloChecked
{
    public PloChecked(PloDocument document, DateTimeOffset? sentAt)
    {
        Document = document;
        SentAt = sentAt;
        var collector = new PloCollector(document.Version, Root);
        document.Walk(collector);
        Contents = collector.Result(document.Unread);
        Parts = collector.Parts;
    }

    public PloDocument Document { get; }

    public DateTimeOffset? SentAt { get; }

    public PloContents Contents { get; }

    public IReadOnlyList<PloFound<object>> Parts { get; }

    public PloType Type => Document.Type;

    public string Root => "/" + Document.Info.Root;

    public IEnumerable<PloFound<T>> All<T>() => Parts.Where(static p => p.Value is T).Select(static p => new PloFound<T>(p.Path, (T)p.Value));

    public static KithFinding Error(string code, string path, string text) => new(code, path, KithSeverity.Error, text);

    public static KithFinding Warning(string code, string path, string text) => new(code, path, KithSeverity.Warning, text);
}
