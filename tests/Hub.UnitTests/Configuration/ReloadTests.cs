using Hub.Core.Errors;
using Hub.Host.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Hub.UnitTests.Configuration;

public sealed class ReloadTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("hub-reload").FullName;
    private readonly List<string> _stored = [];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Should_keep_the_old_snapshot_until_the_files_are_right()
    {
        Write(ConfigBench.Good);
        var files = Files();
        Assert.Empty(files.Load());
        await files.NumberAsync(Store);
        var first = files.Current;

        Write(ConfigBench.Good.Replace("to: epj", "to: nobody", StringComparison.Ordinal));
        Assert.False(await files.ReloadAsync(Store));
        Assert.Same(first, files.Current);
        Assert.Equal(ConfigErrors.UnknownPartner.Code, Assert.Single(files.Errors).Code);

        Write(ConfigBench.Good.Replace("name: values", "name: renamed", StringComparison.Ordinal));
        Assert.True(await files.ReloadAsync(Store));
        Assert.Equal("renamed", files.Current.Tenant("larvik")!.Routes[0].Name);
        Assert.Equal((1, 2), (first.Number, files.Current.Number));
        Assert.Empty(files.Errors);
    }

    [Fact]
    public async Task Should_not_swap_before_the_text_is_stored()
    {
        Write(ConfigBench.Good);
        var files = Files();
        files.Load();
        Write(ConfigBench.Good + "\n# changed\n");

        await Assert.ThrowsAsync<TimeoutException>(() => files.ReloadAsync(_ => throw new TimeoutException()));
        Assert.Equal(0, files.Current.Number);
        Assert.True(await files.ReloadAsync(Store));
    }

    [Fact]
    public async Task Should_leave_everything_alone_when_nothing_changed()
    {
        Write(ConfigBench.Good);
        var files = Files();
        files.Load();
        files.Changed += _ => Assert.Fail("Nothing changed.");

        Assert.False(await files.ReloadAsync(Store));
        Assert.Empty(_stored);
    }

    [Fact]
    public async Task Should_notice_a_changed_file_by_itself()
    {
        Write(ConfigBench.Good);
        var files = Files();
        files.Load();
        var changed = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        files.Changed += snapshot => changed.TrySetResult(snapshot.Tenants.Count);
        await using var watcher = new ConfigWatcher(files, Store, TimeSpan.FromMilliseconds(200), TimeProvider.System, NullLogger<ConfigWatcher>.Instance);

        Write(ConfigBench.Good + "\n# changed\n");

        Assert.Equal(1, await changed.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    private ConfigFiles Files() => new(_directory, ConfigBench.Adapters, ConfigBench.Mappings, new SecretReader(_directory), NullLogger<ConfigFiles>.Instance);

    private Task<int> Store(string text)
    {
        _stored.Add(text);
        return Task.FromResult(_stored.Count);
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.Combine(_directory, "tenants"));
        File.WriteAllText(Path.Combine(_directory, "tenants", "larvik.yaml"), text);
    }
}
