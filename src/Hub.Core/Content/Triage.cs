namespace Hub.Core.Content;

/// <summary>The traffic light of home follow-up. Numbers are stored: they never change.</summary>
public enum Triage
{
    /// <summary>Not triaged.</summary>
    None = 0,

    /// <summary>Within the patient's own thresholds.</summary>
    Green = 1,

    /// <summary>Needs attention.</summary>
    Yellow = 2,

    /// <summary>Needs attention now.</summary>
    Red = 3,
}
