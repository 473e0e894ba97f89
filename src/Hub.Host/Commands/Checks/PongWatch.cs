using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Store;

namespace Hub.Host.Commands.Checks;

/// <summary>Waits for the Pong that a running node takes and keeps in the store.</summary>
/// <param name="settings">Settings of the installation.</param>
/// <param name="tenant">The tenant.</param>
/// <param name="partner">The partner.</param>
/// <param name="time">The clock.</param>
internal sealed class PongWatch(HubSettings settings, string tenant, string partner, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits.</summary>
    /// <param name="ping">MessageId of the Ping.</param>
    /// <param name="patience">How long.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>True when it came, false when it did not; null when there is no store to look into.</returns>
    public async Task<bool?> CameAsync(string ping, TimeSpan patience, CancellationToken cancel)
    {
        try
        {
            await using var store = await Databases.BesideAsync(settings, mayMake: false, cancel);
            var end = time.GetUtcNow() + patience;
            while ((await store.LatestAsync(tenant, RecordKinds.Pong, partner, cancel))?.State != ping)
            {
                if (time.GetUtcNow() >= end)
                    return false;
                await Task.Delay(Look, time, cancel);
            }

            return true;
        }
        catch (Exception e) when (e is StoreRefusedException or StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
