using Xunit;

namespace Hub.AcceptanceTests.Staging;

/// <summary>Tests that see what the whole process does, such as its traces: they run when no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
