using System.Reflection;
using Hub.Core.Storage;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A database one of whose calls takes as long as a test wants. Open, since its proxies inherit it.</summary>
public class HangingStore : DispatchProxy
{
    private static readonly MethodInfo Later = typeof(HangingStore).GetMethod(nameof(LaterAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private IHubStore _store = null!;
    private string _call = "";
    private Func<Task> _until = () => Task.CompletedTask;

    internal static IHubStore Over(IHubStore store, string call, Func<Task> until)
    {
        var proxy = Create<IHubStore, HangingStore>();
        var hanging = (HangingStore)(object)proxy;
        (hanging._store, hanging._call, hanging._until) = (store, call, until);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod!;
        return method.Name == _call ? Later.MakeGenericMethod(method.ReturnType.GetGenericArguments()[0]).Invoke(this, [method, args]) : method.Invoke(_store, args);
    }

    private async Task<T> LaterAsync<T>(MethodInfo method, object?[]? args)
    {
        await _until();
        return await (Task<T>)method.Invoke(_store, args)!;
    }
}
