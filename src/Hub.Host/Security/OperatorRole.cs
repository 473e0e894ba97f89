namespace Hub.Host.Security;

/// <summary>What a person or program at the operators' API may do.</summary>
public enum OperatorRole
{
    /// <summary>Runs the installation: every view and act of all tenants, never a body.</summary>
    Operator,

    /// <summary>Runs one tenant: every view and act of it, and bodies with a recorded purpose.</summary>
    Administrator,

    /// <summary>Views of one tenant; no acts, no bodies.</summary>
    Viewer,

    /// <summary>One partner of one tenant: views of what it sent and of what is delivered to it.</summary>
    Vendor,
}
