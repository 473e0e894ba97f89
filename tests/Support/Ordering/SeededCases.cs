using Hub.Tests.Support.Ordering;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(SeededCases))]

namespace Hub.Tests.Support.Ordering;

/// <summary>Orders the tests of a class by <see cref="SeededOrder.Seed"/>.</summary>
internal sealed class SeededCases : ITestCaseOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        SeededOrder.Seed is { } seed ? SeededOrder.Shuffle(testCases, seed, c => c.TestCaseDisplayName) : DefaultTestCaseOrderer.Instance.OrderTestCases(testCases);
}
