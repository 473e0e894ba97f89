using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Mappings;
using Hub.Core.Tenants;

namespace Hub.UnitTests.Mappings;

/// <summary>Every mapping of the installation, and the surroundings that tests map in.</summary>
internal static class MappingBench
{
    public static readonly Guid Installation = new("0b0e7a0e-5a5e-4b8e-9d0c-1d2e3f405060");

    public static readonly DateTimeOffset AcceptedAt = new(2026, 3, 1, 8, 16, 30, TimeSpan.FromHours(1));

    public static readonly Patient Patient = new(new Identifier(IdentifierSystems.Fnr, "13116900216"), "Line Danser", []);

    public static MappingCatalogue Catalogue { get; } = MappingCatalogue.In(typeof(Hub.Mappings.Fhir.Observations.ObservationMapping).Assembly);

    public static MappingContext Context(params (string Name, string Value)[] options)
    {
        var partner = new PartnerConfig("larvik", "gerica", "gerica")
        {
            Options = options.ToDictionary(o => o.Name, o => o.Value),
            Her = new HerAddress(59, 43),
        };
        var tenant = new TenantConfig(
            "larvik",
            TenantEnvironment.Test,
            new OrganizationConfig("312229544", 8094866, "Larvik kommune"),
            new Dictionary<string, PartnerConfig> { ["gerica"] = partner },
            [],
            UnroutedPolicy.Keep)
        {
            Messaging = new MessagingConfig(8094867, new KeyPairReference("sign.pem", new SecretReference("file:sign.key")), [], "register") { Name = "Hjemmetjenesten", Phone = "+47 33 17 10 00" },
        };
        return new MappingContext(tenant, partner, new DocumentIds(Installation, 42, 0, "larvik/gerica"));
    }

    public static Envelope Envelope(HomeContent content, Patient? patient = null) =>
        new(42, "larvik", "dignio", "evt-1", patient ?? Patient, content, AcceptedAt);

    /// <summary>The mapping that writes a kind in FHIR: for the journal where it does, else alone.</summary>
    public static IMapping For(ContentKind kind) => Catalogue.All
        .Where(m => m.Accepts.Contains(kind) && (m.Name.StartsWith("fhir.", StringComparison.Ordinal) || m.Name.StartsWith("journal.", StringComparison.Ordinal)))
        .OrderByDescending(m => m.Name.StartsWith("journal.", StringComparison.Ordinal)).First();

    public static MappingOutcome Map(HomeContent content) => For(content.Kind).Map(Envelope(content), Context());

    public static MappingOutcome Map(string mapping, HomeContent content, params (string Name, string Value)[] options) => Catalogue.Find(mapping)!.Map(Envelope(content), Context(options));
}
