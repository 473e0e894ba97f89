using Hub.Tests.Support.Ordering;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(SeededCollections))]

namespace Hub.Tests.Support.Ordering;

/// <summary>Orders the collections of an assembly by <see cref="SeededOrder.Seed"/>.</summary>
internal sealed class SeededCollections : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        SeededOrder.Seed is { } seed
            ? SeededOrder.Shuffle(testCollections, seed, c => Name(c))
            : DefaultTestCollectionOrderer.Instance.OrderTestCollections(testCollections);

    // The name that xunit gives to a class without a collection ends with an id that holds the path of the assembly.
    private static string Name(ITestCollection collection) => collection.TestCollectionDisplayName.Split(" (id: ")[0];
}
