using System.Security.Cryptography;
using System.Text;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Storage;
using Hub.Store;
using Xunit;

namespace Hub.ContractTests.Store;

public sealed class BodyVaultTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("hub-vault-").FullName, "keys");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(399)]
    [InlineData(400)]
    [InlineData(100_000)]
    [InlineData(3_000_000)]
    public void Should_open_what_it_sealed_also_after_a_restart(int length)
    {
        foreach (var body in new[] { Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"value\":5.4},", (length / 14) + 1)))[..length], RandomNumberGenerator.GetBytes(length) })
        {
            var bytes = BodyVault.Open(_folder).Seal("larvik", body);
            Assert.Equal(body, BodyVault.Open(_folder).Open("larvik", bytes).Value);
            Assert.True(bytes.Length <= length + 35);
        }
    }

    [Fact]
    public void Should_say_that_it_cannot_store_where_it_cannot_make_keys()
    {
        var vault = BodyVault.Open(_folder);
        Directory.Delete(_folder, recursive: true);

        Assert.Throws<StoreUnavailableException>(() => vault.Seal("larvik", "a"u8));
    }

    [Fact]
    public void Should_make_repetitive_bodies_smaller()
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"resourceType\":\"Observation\",\"value\":1},", 25)));
        Assert.True(BodyVault.Open(_folder).Seal("larvik", body).Length < body.Length / 3);
    }

    [Fact]
    public void Should_not_open_what_was_changed_anywhere_or_cut()
    {
        var vault = BodyVault.Open(_folder);
        foreach (var body in new[] { "short", new string('a', 1000) })
        {
            var good = vault.Seal("larvik", Encoding.UTF8.GetBytes(body));
            for (var i = 0; i < good.Length; i++)
            {
                var changed = (byte[])good.Clone();
                changed[i] ^= 1;
                AssertUnreadable(vault.Open("larvik", changed));
                AssertUnreadable(vault.Open("larvik", good.AsSpan(0, i)));
            }

            AssertUnreadable(vault.Open("larvik", [.. good, 0]));
        }
    }

    [Fact]
    public void Should_not_open_another_tenants_bytes()
    {
        var vault = BodyVault.Open(_folder);
        var bytes = vault.Seal("larvik", "hei"u8);
        AssertUnreadable(vault.Open("skien", bytes));
        vault.Seal("skien", "hei"u8);
        AssertUnreadable(vault.Open("skien", bytes));

        // Nor when somebody puts one tenant's key file under another's name.
        File.Copy(Path.Combine(_folder, "larvik.keys"), Path.Combine(_folder, "skien.keys"), overwrite: true);
        AssertUnreadable(BodyVault.Open(_folder).Open("skien", bytes));
        Assert.Throws<StoreRefusedException>(() => BodyVault.Open(_folder).Seal("skien", "hei"u8));
    }

    [Fact]
    public async Task Should_rotate_and_keep_old_bytes_readable_and_patients_the_same()
    {
        var (one, other) = (BodyVault.Open(_folder), BodyVault.Open(_folder));
        var patient = new Identifier("urn:oid:2.16.578.1.12.4.1.4.1", "00000000000");
        var (before, key) = (one.Seal("larvik", "before"u8), one.PatientKey("larvik", patient));
        Assert.Equal(key, other.PatientKey("larvik", patient));

        Assert.Equal(2, await one.RotateAsync("larvik", null, CancellationToken.None));
        Assert.Equal(3, await other.RotateAsync("larvik", null, CancellationToken.None));
        var after = other.Seal("larvik", "after"u8);
        Assert.Equal(3, after[2]);
        Assert.Equal("after"u8, one.Open("larvik", after).Value);
        Assert.Equal("before"u8, other.Open("larvik", before).Value);
        Assert.Equal("before"u8, BodyVault.Open(_folder).Open("larvik", before).Value);
        Assert.Equal(key, BodyVault.Open(_folder).PatientKey("larvik", patient));
        Assert.NotEqual(key, one.PatientKey("skien", patient));
        Assert.NotEqual(key, one.PatientKey("larvik", patient with { Value = "00000000001" }));
    }

    [Fact]
    public async Task Should_leave_the_keys_as_they_are_when_the_new_one_cannot_be_announced()
    {
        var vault = BodyVault.Open(_folder);
        var before = vault.Seal("larvik", "before"u8);

        await Assert.ThrowsAsync<StoreRefusedException>(() => vault.RotateAsync("larvik", key => throw new StoreRefusedException($"key {key}"), CancellationToken.None));
        Assert.Equal(1, BodyVault.Open(_folder).Seal("larvik", "x"u8)[2]);
        Assert.Equal(1, vault.Seal("larvik", "x"u8)[2]);

        // As after a kill in between: the same number is announced again, and used.
        var announced = new List<int>();
        Assert.Equal(2, await BodyVault.Open(_folder).RotateAsync("larvik", key => { announced.Add(key); return Task.CompletedTask; }, CancellationToken.None));
        Assert.Equal([2], announced);
        Assert.Equal("before"u8, vault.Open("larvik", before).Value);
    }

    [Fact]
    public async Task Should_agree_on_keys_when_processes_meet_at_the_first_use()
    {
        var bytes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => BodyVault.Open(_folder).Seal("larvik", BitConverter.GetBytes(i)))));
        var vault = BodyVault.Open(_folder);
        Assert.Equal(Enumerable.Range(0, 16), bytes.Select(b => BitConverter.ToInt32(vault.Open("larvik", b).Value)));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => BodyVault.Open(_folder).RotateAsync("larvik", null, CancellationToken.None))));
        Assert.Equal(9, BodyVault.Open(_folder).Seal("larvik", "x"u8)[2]);
        Assert.Equal(["keys.lock", "larvik.keys", "master.key"], Directory.GetFiles(_folder).Select(f => Path.GetFileName(f)!).Order());
    }

    [Fact]
    public async Task Should_keep_key_files_to_their_owner_and_names_inside_the_folder()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no Unix file modes.");
            return;
        }

        var vault = BodyVault.Open(_folder);
        vault.Seal("../../etc/larvik\0", "x"u8);
        vault.Seal(new string('x', 600), "x"u8);
        await vault.RotateAsync(new string('x', 600), null, TestContext.Current.CancellationToken);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder));
        Assert.Equal(4, Directory.GetFiles(_folder).Length);
        foreach (var file in Directory.GetFiles(_folder))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Should_refuse_to_replace_a_lost_master_key()
    {
        BodyVault.Open(_folder).Seal("larvik", "x"u8);
        File.Delete(Path.Combine(_folder, "master.key"));
        Assert.Throws<StoreRefusedException>(() => BodyVault.Open(_folder));
        File.WriteAllBytes(Path.Combine(_folder, "master.key"), [1, 2, 3]);
        Assert.Throws<StoreRefusedException>(() => BodyVault.Open(_folder));
    }

    private static void AssertUnreadable(Result<byte[]> result) => Assert.Equal(DeliveryErrors.BodyUnreadable.Code, Assert.Single(result.Errors).Code);
}
