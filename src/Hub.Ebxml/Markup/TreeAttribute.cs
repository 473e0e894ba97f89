namespace Hub.Ebxml.Markup;

/// <summary>One attribute that is not a namespace declaration.</summary>
internal readonly record struct TreeAttribute(string Prefix, string Name, string Namespace, string Value);

/// <summary>One namespace declaration; an empty prefix is the default namespace, an empty URI undeclares it.</summary>
internal readonly record struct TreeDeclaration(string Prefix, string Uri);
