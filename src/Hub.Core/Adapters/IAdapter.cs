namespace Hub.Core.Adapters;

/// <summary>Code for one kind of outside system. A type that implements it and has a constructor without parameters is found by itself: adding a system is adding a folder.</summary>
public interface IAdapter
{
    /// <summary>Name in tenant files (<c>adapter: dignio</c>): lower-case letters, digits and hyphens.</summary>
    string Name { get; }

    /// <summary>Names of the settings under <c>options</c> that it understands.</summary>
    IReadOnlyList<string> Options => [];
}
