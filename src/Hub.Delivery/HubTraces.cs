namespace Hub.Delivery;

/// <summary>Where the traces of messages come from.</summary>
public static class HubTraces
{
    /// <summary>Name of the activity source.</summary>
    public const string SourceName = "hub";
}
