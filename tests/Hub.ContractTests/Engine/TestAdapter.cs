using System.Security.Cryptography;
using System.Text;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Mappings;
using Hub.Core.Tenants;

namespace Hub.ContractTests.Engine;

/// <summary>Reads lines of <c>event id;patient</c>; a line <c>bad</c> is refused, a line <c>boom</c> is a defect. Sends to a <see cref="TestPartner"/> of the partner's name.</summary>
public sealed class TestAdapter(Func<string, TestPartner> partners) : IInboundAdapter, IOutboundAdapter
{
    public string Name => "test";

    public ParsedMessage Parse(InboundMessage input)
    {
        var lines = Encoding.UTF8.GetString(input.Body.Span).Split('\n');
        return new ParsedMessage([.. lines.Select(Entry)], [], input.MediaType == "text/batch");
    }

    public ISender Open(PartnerConfig partner, SenderContext context) => new TestSender(partners(partner.Name));

    private static ParsedEntry Entry(string line)
    {
        if (line == "boom")
            throw new InvalidOperationException("A defect, on purpose.");
        if (line == "bad")
            return new ParsedEntry(line, [], [IntakeErrors.Missing.At("line")], []);
        var parts = line.Split(';');
        var time = new ClinicalTime(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var happened = new ParsedEvent(
            parts[0],
            new Patient(new Identifier(IdentifierSystems.Fnr, parts[1]), null, []),
            new Measurement("heart-rate", time),
            SHA256.HashData(Encoding.UTF8.GetBytes(line)))
        {
            Answer = parts.Length < 3
                ? null
                : parts[2] == "refuse" ? new AnswerRequest("test.answer", TimeSpan.Zero, true) : new AnswerRequest("test.answer", TimeSpan.FromMilliseconds(int.Parse(parts[2], null))),
        };
        return new ParsedEntry(parts[0], [happened], [], []);
    }
}

/// <summary>Writes <c>event id;patient;message</c>; a patient named <c>unmappable</c> cannot be written.</summary>
public sealed class TestMapping : IMapping
{
    public string Name => "test.doc";

    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Measurement };

    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Patient.Id.Value.StartsWith("unmappable", StringComparison.Ordinal))
            return MappingOutcome.Failed(DeliveryErrors.MappingFailed.At("patient"));
        if (envelope.Patient.Id.Value.StartsWith("defect", StringComparison.Ordinal))
            throw new InvalidOperationException("A defect, on purpose.");
        var text = $"{envelope.SourceId};{envelope.Patient.Id.Value};{envelope.MessageId}";
        return new MappingOutcome(new OutboundDocument(Name, "text/plain", Encoding.UTF8.GetBytes(text), context.Ids.For("doc").ToString()), [], []);
    }
}

/// <summary>Writes <c>answer to event id;patient;message;route=state code,...</c>.</summary>
public sealed class TestAnswerMapping : IAnswerMapping
{
    public string Name => "test.answer";

    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Measurement };

    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        var others = string.Join(',', context.Others.Select(o => $"{o.Route}={o.State}{(o.ErrorCode is { } code ? " " + code : "")}"));
        var text = $"answer to {envelope.SourceId};{envelope.Patient.Id.Value};{envelope.MessageId};{others}";
        return new MappingOutcome(new OutboundDocument(Name, "text/plain", Encoding.UTF8.GetBytes(text), context.Ids.For("doc").ToString()), [], []);
    }
}

internal sealed class TestSender(TestPartner partner) : ISender
{
    public bool StoreBeforeSend => partner.StoreBeforeSend;

    /// <summary>Adds a word that comes out otherwise each time, as a signature does.</summary>
    public Result<SealedDocument> Seal(OutboundDocument document, SealContext context)
    {
        if (partner.Refuses is { } refusal)
            return refusal;
        var text = $"{Encoding.UTF8.GetString(document.Body.Span)};sealed {Guid.NewGuid()}";
        return new SealedDocument(document with { Body = Encoding.UTF8.GetBytes(text), MediaType = "test/sealed" }, [$"mid-{context.Ids.For("message")}", $"doc-{document.DocumentId}"]);
    }

    public Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel) => partner.TakeAsync(documents, cancel);

    public Task<bool?> ProbeAsync(CancellationToken cancel) => Task.FromResult(partner.Probe());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
