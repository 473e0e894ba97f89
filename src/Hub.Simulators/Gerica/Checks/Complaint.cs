namespace Hub.Simulators.Gerica;

/// <summary>One thing the journal does not accept about a document.</summary>
/// <param name="Path">Where.</param>
/// <param name="Text">What is wrong, without personal data.</param>
internal readonly record struct Complaint(string Path, string Text);
