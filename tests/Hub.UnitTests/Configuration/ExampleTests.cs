using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.UnitTests.Architecture;
using Xunit;

namespace Hub.UnitTests.Configuration;

/// <summary>The examples under ops/examples are what people start from: they must be right.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Examples =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "ops", "examples")).Where(d => Directory.Exists(Path.Combine(d, "tenants"))).Select(d => Path.GetFileName(d)!)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Should_check_without_errors(string example)
    {
        var directory = Path.Combine(Repository.Root, "ops", "examples", example);

        var tenants = TenantFiles.Read(directory).Value.Check(Parts.Adapters(), Parts.Mappings(), secrets: null);

        Assert.Empty(tenants.Errors);
        Assert.NotEmpty(tenants.Value);
    }
}
