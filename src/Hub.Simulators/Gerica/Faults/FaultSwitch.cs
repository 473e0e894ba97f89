namespace Hub.Simulators.Gerica;

/// <summary>Holds the plan in force and ends it when its time is over.</summary>
internal sealed class FaultSwitch(TimeProvider time, Func<FaultPlan, Task> apply) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ITimer? _end;
    private FaultPlan _current = FaultPlan.Healthy;

    public FaultPlan Current => Volatile.Read(ref _current);

    public async Task SetAsync(FaultPlan plan)
    {
        await _turn.WaitAsync();
        try
        {
            if (_end is not null)
                await _end.DisposeAsync();
            _end = null;
            Volatile.Write(ref _current, plan);
            await apply(plan);
            if (plan.Seconds > 0)
                _end = time.CreateTimer(_ => _ = SetAsync(FaultPlan.Healthy), null, TimeSpan.FromSeconds(plan.Seconds), Timeout.InfiniteTimeSpan);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_end is not null)
            await _end.DisposeAsync();
    }
}
