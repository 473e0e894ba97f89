using System.Reflection;
using Hub.Core.Storage;

namespace Hub.AcceptanceTests.Staging;

/// <summary>When a process dies, seen from its database.</summary>
internal enum Moment
{
    /// <summary>It lives on.</summary>
    Never,

    /// <summary>Before the call reaches the database.</summary>
    Before,

    /// <summary>After the database has done it, before anybody hears of it.</summary>
    After,
}

/// <summary>A database that hears nothing more from its process from a chosen moment on, as if the process had been killed.</summary>
internal sealed class Mortality
{
    private int _dead;

    public bool IsDead => Volatile.Read(ref _dead) != 0;

    /// <summary>Whether the process dies at a call.</summary>
    public Func<string, object?[], Moment> Strikes { get; set; } = (_, _) => Moment.Never;

    public void Die() => Volatile.Write(ref _dead, 1);

    public IHubStore Over(IHubStore store)
    {
        var proxy = DispatchProxy.Create<IHubStore, MortalStore>();
        ((MortalStore)(object)proxy).Attach(store, this);
        return proxy;
    }
}

/// <summary>Passes every call on until death. Open, since its proxies inherit it.</summary>
public class MortalStore : DispatchProxy
{
    private static readonly MethodInfo Last = typeof(MortalStore).GetMethod(nameof(LastAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private IHubStore _store = null!;
    private Mortality _mortality = null!;

    internal void Attach(IHubStore store, Mortality mortality) => (_store, _mortality) = (store, mortality);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod!;
        if (method.Name == nameof(IAsyncDisposable.DisposeAsync))
            return method.Invoke(_store, args);
        var moment = _mortality.IsDead ? Moment.Before : _mortality.Strikes(method.Name, args!);
        if (moment == Moment.Before)
        {
            _mortality.Die();
            throw new StoreUnavailableException("The process is dead.");
        }

        var task = method.Invoke(_store, args);
        return moment == Moment.Never || !method.ReturnType.IsGenericType ? task : Last.MakeGenericMethod(method.ReturnType.GetGenericArguments()[0]).Invoke(this, [task]);
    }

    private async Task<T> LastAsync<T>(Task<T> task)
    {
        await task;
        _mortality.Die();
        throw new StoreUnavailableException("The process is dead.");
    }
}
