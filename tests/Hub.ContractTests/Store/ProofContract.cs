using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

/// <summary>Which proofs of possession were used.</summary>
public abstract class ProofContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    [Fact]
    public async Task Should_take_a_proof_once_also_after_a_restart()
    {
        Assert.True(await Store.UseProofAsync("a", Noon.AddSeconds(20), Noon, None));
        Assert.False(await Store.UseProofAsync("a", Noon.AddSeconds(20), Noon, None));
        Assert.True(await Store.UseProofAsync("b", Noon.AddSeconds(20), Noon, None));
        await ReopenAsync();
        Assert.False(await Store.UseProofAsync("a", Noon.AddSeconds(20), Noon.AddSeconds(1), None));
    }

    [Fact]
    public async Task Should_let_one_of_many_users_of_a_proof_win()
    {
        var uses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Store.UseProofAsync("a", Noon.AddSeconds(20), Noon, None))));
        Assert.Single(uses, first => first);
    }

    [Fact]
    public async Task Should_forget_proofs_whose_time_has_come()
    {
        Assert.True(await Store.UseProofAsync("old", Noon.AddSeconds(20), Noon, None));
        Assert.True(await Store.UseProofAsync("new", Noon.AddSeconds(50), Noon.AddSeconds(20), None));
        Assert.False(await Store.UseProofAsync("old", Noon.AddSeconds(20), Noon.AddSeconds(20), None));
        Assert.True(await Store.UseProofAsync("newest", Noon.AddSeconds(60), Noon.AddSeconds(21), None));
        Assert.True(await Store.UseProofAsync("old", Noon.AddSeconds(20), Noon, None));
        Assert.False(await Store.UseProofAsync("new", Noon.AddSeconds(50), Noon.AddSeconds(21), None));
    }
}
