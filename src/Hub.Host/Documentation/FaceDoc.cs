namespace Hub.Host.Documentation;

/// <summary>What the OpenAPI document says about one address. Attached to the endpoint, read when somebody asks for the document.</summary>
/// <param name="Id">Operation id.</param>
/// <param name="Area">Group of addresses.</param>
/// <param name="Summary">One line.</param>
/// <param name="Text">What a caller must know.</param>
internal sealed record FaceDoc(string Id, string Area, string Summary, string Text)
{
    /// <summary>The body that is taken, null when none is.</summary>
    public BodyDoc? Body { get; init; }

    /// <summary>Query parameters.</summary>
    public IReadOnlyList<QueryDoc> Query { get; init; } = [];

    /// <summary>The answers.</summary>
    public required IReadOnlyList<AnswerDoc> Answers { get; init; }

    /// <summary>False for addresses that need no key.</summary>
    public bool NeedsKey { get; init; } = true;
}

/// <summary>A body.</summary>
/// <param name="MediaTypes">Media types it may have.</param>
/// <param name="Example">Example in JSON.</param>
internal sealed record BodyDoc(IReadOnlyList<string> MediaTypes, string Example);

/// <summary>A query parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it does.</param>
internal sealed record QueryDoc(string Name, string Text);

/// <summary>An answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Text">When it is given.</param>
/// <param name="MediaType">Media type, null when it has no body.</param>
/// <param name="Example">Example in JSON, null when none.</param>
internal sealed record AnswerDoc(int Status, string Text, string? MediaType = null, string? Example = null);
