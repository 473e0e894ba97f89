namespace Hub.Core.Errors;

/// <summary>Why nothing could be decided on what the hub's registers hold.</summary>
[ErrorCatalogue.Area]
public static class RegisterErrors
{
    /// <summary>An entry cannot be opened: what it says is not known, and nothing else may be taken for it.</summary>
    public static readonly ErrorDefinition Unreadable = new("HUB-REGISTER-001", "What is registered about the patient cannot be opened, so nothing was decided", "Restore the tenant's encryption key; then send the same again.", Retryable: true, HttpStatus: 503);
}
