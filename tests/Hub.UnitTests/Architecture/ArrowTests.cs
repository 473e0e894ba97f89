using Xunit;

namespace Hub.UnitTests.Architecture;

/// <summary>Which project may know which. A new project needs a line here, and so a decision.</summary>
public sealed class ArrowTests
{
    private static readonly string[] Leaves = ["Hub.Core", "Hub.Fhir", "Hub.Kith", "Hub.Ebxml"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Hub.Core"] = [],
        ["Hub.Fhir"] = [],
        ["Hub.Kith"] = [],
        ["Hub.Ebxml"] = [],
        ["Hub.Adapters"] = Leaves,
        ["Hub.Mappings"] = ["Hub.Core", "Hub.Fhir", "Hub.Kith"],
        ["Hub.Store"] = ["Hub.Core"],
        ["Hub.Delivery"] = ["Hub.Core"],
        ["Hub.Simulators"] = Leaves,
        ["Hub.Host"] = [.. Leaves, "Hub.Adapters", "Hub.Mappings", "Hub.Store", "Hub.Delivery", "Hub.Simulators"],
    };

    [Fact]
    public void Should_reference_only_along_the_arrows_of_the_design()
    {
        var breaches =
            from project in Repository.Projects
            where !project.IsTest
            from reference in project.References
            where !Allowed.GetValueOrDefault(project.Name, []).Contains(reference)
            select $"{project.Path} references {reference}";
        Rule.Holds("Arrows that the design does not have:", breaches);
    }

    [Fact]
    public void Should_decide_the_arrows_of_every_project()
    {
        var undecided = Repository.Projects.Where(p => !p.IsTest && !Allowed.ContainsKey(p.Name)).Select(p => p.Path);
        Rule.Holds("Projects without a place in the design:", undecided);
    }

    [Theory]
    [InlineData("Hub.Delivery", "RabbitMQ", @"\busing RabbitMQ\b|\bRabbitMQ\.Client\b", new[] { "RabbitMQ.Client" })]
    [InlineData("Hub.Store", "SQL", @"\b(using|global::)\s*(Npgsql|Dapper|Microsoft\.Data\.Sqlite|SQLitePCL)\b", new[] { "Npgsql", "Dapper", "Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3" })]
    [InlineData("Hub.Ebxml", "XML signatures", @"System\.Security\.Cryptography\.Xml\b|\b(SignedXml|EncryptedXml)\b", new[] { "System.Security.Cryptography.Xml" })]
    public void Should_keep_a_technology_in_its_one_project(string home, string technology, string use, string[] packages)
    {
        var referenced =
            from project in Repository.Projects
            where !project.IsTest && project.Name != home
            from package in project.Packages.Intersect(packages)
            select $"{project.Path} references {package}";
        var used =
            from file in Repository.CSharpUnder("src")
            where !file.Path.StartsWith($"src/{home}/", StringComparison.Ordinal)
            from line in file.Code
            where System.Text.RegularExpressions.Regex.IsMatch(line.Text, use)
            select $"{file}:{line.Number}";
        Rule.Holds($"{technology} belongs to {home}:", referenced.Concat(used));
    }

    [Fact]
    public void Should_use_no_mocking_library()
    {
        string[] libraries = ["Moq", "NSubstitute", "FakeItEasy", "JustMock", "RhinoMocks", "Microsoft.Fakes"];
        var breaches = Repository.Projects.SelectMany(p => p.Packages.Intersect(libraries).Select(l => $"{p.Path} references {l}"));
        Rule.Holds("Partners are simulated on the wire, nothing is mocked:", breaches);
    }
}
