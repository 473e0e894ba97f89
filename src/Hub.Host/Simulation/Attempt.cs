using Hub.Core.Errors;

namespace Hub.Host.Simulation;

/// <summary>Runs code of an adapter or mapping: a defect there is an outcome of the simulation, and never its end.</summary>
internal static class Attempt
{
    /// <summary>Runs it.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="run">The code.</param>
    /// <param name="onDefect">What is given when it throws.</param>
    /// <returns>What it gave.</returns>
    public static T Of<T>(Func<T> run, Func<HubError[], T> onDefect)
    {
        try
        {
            return run();
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            return onDefect([DeliveryErrors.Defect.At(detail: $"A defect in the hub: {defect.GetType().Name}")]);
        }
    }
}
