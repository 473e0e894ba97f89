using Hub.Core.Content;

namespace Hub.Mappings.Journal;

/// <summary>An element of a clinical message with what stands in it, as the list of facts tells it.</summary>
internal sealed class FactNode
{
    private readonly Dictionary<string, FactNode> _groups = new(StringComparer.Ordinal);

    private FactNode(string name, FactNode? parent) => (Name, Parent) = (name, parent);

    /// <summary>Element name without its number.</summary>
    public string Name { get; }

    /// <summary>The element it stands in, null for the document.</summary>
    public FactNode? Parent { get; }

    /// <summary>Facts (<see cref="ClinicalFact"/>) and elements (<see cref="FactNode"/>) in the order of the document.</summary>
    public List<object> Children { get; } = [];

    /// <summary>Facts that stand directly in it.</summary>
    public IEnumerable<ClinicalFact> Facts => Children.OfType<ClinicalFact>();

    /// <summary>Elements that stand directly in it.</summary>
    public IEnumerable<FactNode> Groups => Children.OfType<FactNode>();

    /// <summary>The first fact of a name, null when there is none.</summary>
    public ClinicalFact? Find(string name) => Facts.FirstOrDefault(f => f.Name == name);

    /// <summary>The tree of the facts.</summary>
    public static FactNode Of(IEnumerable<ClinicalFact> facts)
    {
        var root = new FactNode("", null);
        foreach (var fact in facts)
            fact.Path.Aggregate(root, (node, step) => node.Group(step)).Children.Add(fact);
        return root;
    }

    private FactNode Group(string step)
    {
        if (_groups.TryGetValue(step, out var known))
            return known;
        var at = step.EndsWith(']') ? step.LastIndexOf('[') : -1;
        var made = new FactNode(at > 0 ? step[..at] : step, this);
        Children.Add(made);
        return _groups[step] = made;
    }
}
