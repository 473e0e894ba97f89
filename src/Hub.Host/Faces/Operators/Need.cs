using Hub.Host.Security;

namespace Hub.Host.Faces.Operators;

/// <summary>What an address of the operators' API asks of a role.</summary>
internal enum Need
{
    /// <summary>A view of a tenant's affairs: any role but vendors.</summary>
    View,

    /// <summary>A view whose work shows a vendor its own traffic and nothing else: any role.</summary>
    Own,

    /// <summary>Changes something: operators and administrators.</summary>
    Act,

    /// <summary>Shows what patients' messages say: administrators.</summary>
    Body,

    /// <summary>About the installation as a whole: operators.</summary>
    Installation,
}

/// <summary>What roles may. Pure.</summary>
internal static class Roles
{
    /// <summary>Whether a role may enter.</summary>
    /// <param name="role">The role.</param>
    /// <param name="need">What the address asks.</param>
    /// <returns>True when it may.</returns>
    public static bool May(this OperatorRole role, Need need) => need switch
    {
        Need.Own => true,
        Need.View => role != OperatorRole.Vendor,
        Need.Act => role is OperatorRole.Operator or OperatorRole.Administrator,
        Need.Body => role == OperatorRole.Administrator,
        Need.Installation => role == OperatorRole.Operator,
        _ => false,
    };
}
