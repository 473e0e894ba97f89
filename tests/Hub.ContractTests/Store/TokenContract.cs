using Hub.Core.Errors;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

public abstract class TokenContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    private static readonly OperatorAct Act = new("cli:kari", Noon, "a new colleague");

    [Fact]
    public async Task Should_keep_tokens_until_they_expire_or_are_revoked()
    {
        var (vendor, viewer) = (Token("tellu", "vendor") with { Partner = "tellu" }, Token("ola", "viewer") with { ExpiresAt = Noon.AddDays(1) });
        Assert.Equal(vendor, (await Store.IssueAsync(vendor, Act, None)).Value);
        Assert.True((await Store.IssueAsync(viewer, Act, None)).IsOk);
        var all = Token("drift", "operator") with { Tenant = null, IssuedAt = Noon.AddMinutes(1) };
        Assert.True((await Store.IssueAsync(all, Act, None)).IsOk);

        Assert.Equal([all, viewer, vendor], await Store.TokensAsync(null, None));
        Assert.Equal([all, vendor], await Store.TokensAsync(Noon.AddDays(1), None));
        var revoked = (await Store.RevokeAsync("tellu", Act with { At = Noon.AddHours(1) }, None)).Value;
        Assert.Equal(vendor with { RevokedAt = Noon.AddHours(1) }, revoked);
        await ReopenAsync();
        Assert.Equal([all, viewer], await Store.TokensAsync(Noon, None));
        Assert.Equal([all, viewer, revoked], await Store.TokensAsync(null, None));
    }

    [Fact]
    public async Task Should_use_no_name_and_no_token_twice()
    {
        await Store.IssueAsync(Token("ola", "viewer"), Act, None);
        await Store.RevokeAsync("ola", Act, None);

        Assert.Equal(OperatorErrors.NameTaken.Code, (await Store.IssueAsync(Token("ola", "viewer") with { Hash = "other" }, Act, None)).Errors[0].Code);
        Assert.Equal(OperatorErrors.NameTaken.Code, (await Store.IssueAsync(Token("per", "viewer") with { Hash = "hash of ola" }, Act, None)).Errors[0].Code);
        Assert.Equal(OperatorErrors.NoToken.Code, (await Store.RevokeAsync("ola", Act, None)).Errors[0].Code);
        Assert.Equal(OperatorErrors.NoToken.Code, (await Store.RevokeAsync("nobody", Act, None)).Errors[0].Code);
    }

    [Fact]
    public async Task Should_write_in_the_audit_log_who_issued_and_revoked()
    {
        await Store.IssueAsync(Token("ola", "viewer"), Act, None);
        await Store.RevokeAsync("ola", Act with { Reason = "left" }, None);
        await Store.RevokeAsync("ola", Act, None);

        Assert.Equal(["token.revoke ola left", "token.issue ola a new colleague"], (await Store.EntriesAsync(new AuditFilter("larvik"), None)).Select(l => $"{l.Entry.Action} {l.Entry.Target} {l.Entry.Reason}"));
        Assert.Equal((2L, null), await Store.VerifyAsync(None));
    }

    private static IssuedToken Token(string name, string role) => new(name, "hash of " + name, role, "larvik", null, Noon, Noon.AddDays(90));
}
