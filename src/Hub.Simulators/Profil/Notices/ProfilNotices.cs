using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Hub.Simulators.Dignio;

namespace Hub.Simulators.Profil;

/// <summary>The journal's notices to the hub: posts each until it is answered, at most so many times.</summary>
public sealed class ProfilNotices : IDisposable
{
    private const int MostTries = 20;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);
    private readonly HttpClient _http;
    private readonly FeedTarget _target;
    private readonly TimeProvider _time;

    /// <summary>Notices to a hub.</summary>
    /// <param name="target">Where to: the webhook of the partner, and its key.</param>
    /// <param name="time">The clock; null = the system's.</param>
    public ProfilNotices(FeedTarget target, TimeProvider? time = null)
    {
        (_target, _time) = (target, time ?? TimeProvider.System);
        _http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", target.Key);
    }

    /// <summary>A notice that somebody's card changed.</summary>
    /// <param name="id">Id of the notice.</param>
    /// <param name="user">The user as now known.</param>
    /// <param name="number">The journal's number of the user.</param>
    /// <param name="at">When.</param>
    /// <returns>The notice.</returns>
    public static XElement Changed(string id, ProfilUser user, int number, DateTimeOffset at) => Notice(id, at, CardWriter.Write(user, number));

    /// <summary>A notice that follow-up was started (1), paused (2) or ended (3).</summary>
    /// <param name="id">Id of the notice.</param>
    /// <param name="nationalId">Whose.</param>
    /// <param name="status">The new state.</param>
    /// <param name="reason">Why, null when not said.</param>
    /// <param name="at">When.</param>
    /// <returns>The notice.</returns>
    public static XElement FollowUp(string id, string nationalId, int status, string? reason, DateTimeOffset at) => Notice(id, at, new XElement(
        ProfilVerdict.Space + "oppfolging",
        new XAttribute("status", status),
        new XElement(ProfilVerdict.Space + "fodselsnummer", nationalId),
        reason is null ? null : new XElement(ProfilVerdict.Space + "arsak", reason)));

    /// <summary>A notice that a plan was changed in the journal.</summary>
    /// <param name="id">Id of the notice.</param>
    /// <param name="nationalId">Whose.</param>
    /// <param name="plan">The new version, as the interface writes plans.</param>
    /// <param name="at">When.</param>
    /// <returns>The notice.</returns>
    public static XElement PlanChanged(string id, string nationalId, XElement plan, DateTimeOffset at) =>
        Notice(id, at, new XElement(ProfilVerdict.Space + "fodselsnummer", nationalId), new XElement(plan));

    /// <summary>Sends a notice until it is answered for good.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The last HTTP status; 0 when none came.</returns>
    public async Task<int> SendAsync(XElement notice, CancellationToken cancel)
    {
        var body = Encoding.UTF8.GetBytes(notice.ToString(SaveOptions.DisableFormatting));
        var status = 0;
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            status = await PostAsync(body, cancel);
            if (status is not (0 or 408 or 429 or >= 500))
                return status;
            await Task.Delay(Wait, _time, cancel);
        }

        return status;
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<int> PostAsync(byte[] body, CancellationToken cancel)
    {
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
            using var response = await _http.PostAsync(_target.Url, content, cancel);
            return (int)response.StatusCode;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return 0;
        }
    }

    private static XElement Notice(string id, DateTimeOffset at, params object[] parts) =>
        new(ProfilVerdict.Space + "varsel", new XAttribute("id", id), CardWriter.Instant("tidspunkt", at), parts);
}
