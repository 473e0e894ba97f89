using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Host.Configuration;
using Hub.Host.Configuration.Yaml;

namespace Hub.UnitTests.Configuration;

/// <summary>A good tenant file, parts for it, and a way to break one line of it.</summary>
internal static class ConfigBench
{
    public const string Key = "sha256:f09ff0340eccdda18c5dd2ecadebae611adbb5a8eb9d86f75854550dc4c7eaad";

    public const string Good = $$"""
        tenant: larvik
        organization: { orgnr: "312229544", her: 8094866 }
        partners:
          dho:
            adapter: sender
            inbound:
              keys: {{Key}}
              mode: lenient
          epj:
            adapter: receiver
            url: https://epj.example/api
            auth: { kind: clientCredentials, clientId: hub, secret: env:PATH }
            timeout: 5s
            breaker: { failures: 3, probe: 250ms, maxProbe: 1m }
            options: { site: main }
        routes:
          - name: values
            from: dho
            content: measurement
            when: { triage: [yellow, red], category: heart-rate }
            to: epj
            as: test.document
            retry: { delays: [1s, 2m], giveUpAfter: 96h, jitter: 0.5 }
            requires: consent:share
            onDeadLetter: park
        """;

    public static AdapterCatalogue Adapters { get; } = new([new Sender(), new Receiver()]);

    public static MappingCatalogue Mappings { get; } = new([new Document()]);

    public static Result<IReadOnlyList<TenantConfig>> Check(params (string Name, string Text)[] files) =>
        new TenantFiles([.. files.Select(f => new YamlFile($"tenants/{f.Name}.yaml", f.Text))]).Check(Adapters, Mappings, new SecretReader("/"));

    public static IReadOnlyList<string> Errors(string text) => [.. Check(("larvik", text)).Errors.Select(e => $"{e.Path} {e.Code}")];

    private sealed class Sender : IInboundAdapter
    {
        public string Name => "sender";

        public ParsedMessage Parse(InboundMessage input) => ParsedMessage.Refused(IntakeErrors.EmptyBody.At());
    }

    private sealed class Receiver : IOutboundAdapter
    {
        public string Name => "receiver";

        public IReadOnlyList<string> Options => ["site"];

        public ISender Open(PartnerConfig partner, SenderContext context) => throw new NotSupportedException();
    }

    private sealed class Document : IMapping
    {
        public string Name => "test.document";

        public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Measurement };

        public MappingOutcome Map(Envelope envelope, MappingContext context) => throw new NotSupportedException();
    }
}
