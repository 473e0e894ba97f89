using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Security;
using Xunit;

namespace Hub.UnitTests.Security;

public class IssuedTokensTests
{
    /// <summary>A database that answers nobody takes its time to say so: callers must not wait for one another.</summary>
    [Fact]
    public async Task Should_ask_a_database_that_does_not_answer_once_a_second_however_many_call()
    {
        var store = new SilentStore();
        using var tokens = new IssuedTokens(store, TimeProvider.System);
        var calls = Enumerable.Range(0, 20).Select(_ => tokens.FindAsync(OperatorToken.New(), TestContext.Current.CancellationToken).AsTask()).ToList();
        store.Fail.SetResult();

        foreach (var call in calls)
            await Assert.ThrowsAsync<StoreUnavailableException>(() => call);
        Assert.Equal(1, store.Asked);
    }

    private sealed class SilentStore : ITokenStore
    {
        public TaskCompletionSource Fail { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Asked { get; private set; }

        public async Task<IReadOnlyList<IssuedToken>> TokensAsync(DateTimeOffset? validAt, CancellationToken cancel)
        {
            Asked++;
            await Fail.Task;
            throw new StoreUnavailableException();
        }

        public Task<Result<IssuedToken>> IssueAsync(IssuedToken token, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

        public Task<Result<IssuedToken>> RevokeAsync(string name, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();
    }
}
