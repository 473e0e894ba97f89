using System.Globalization;
using System.Net;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Host.Commands.Checks;

/// <summary>Tries the way to one partner, step by step, as the hub would go it. Sends nothing about a patient.</summary>
/// <param name="partner">The partner.</param>
/// <param name="adapter">Its adapter.</param>
/// <param name="context">Clock, secrets and tenant.</param>
/// <param name="answers">Where an answer shows that comes another way.</param>
internal sealed class PartnerChecks(PartnerConfig partner, IAdapter adapter, SenderContext context, PongWatch answers)
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(30);

    private TimeSpan Patience => partner.Timeout < LongestStep ? partner.Timeout : LongestStep;

    /// <summary>Takes every step; what hangs on a step that failed is skipped.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What was found, in order.</returns>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        var certificates = Certificates();
        var findings = new List<Finding>();
        var way = partner.Url is { Scheme: "http" or "https" } url ? await new WayChecks(url, Patience, context).RunAsync(cancel) : null;
        findings.AddRange(way ?? [Finding.Skipped("reach", partner.Url is null ? "The tenant file has no address of it" : "It is reached by mail"), Finding.Skipped("tls", "There is no connection to look at")]);
        var reached = way is null || !way.Any(f => f.Verdict == Verdict.Failed);
        findings.Add(reached ? await Finding.TimedAsync(() => AuthAsync(cancel)) : Finding.Skipped("auth", "The way there comes first"));
        findings.Add(reached && way is not null ? await Finding.TimedAsync(() => ClockAsync(partner.Url!, cancel)) : Finding.Skipped("clock", "There is no answer to read it from"));
        findings.AddRange(certificates);
        findings.Add(reached && findings.All(f => f is not { Check: "auth", Verdict: Verdict.Failed })
            ? await Finding.TimedAsync(() => PingAsync(cancel))
            : Finding.Skipped("ping", "What failed before comes first"));
        return findings;
    }

    private async Task<Finding> AuthAsync(CancellationToken cancel)
    {
        if (partner.Auth is not { } auth)
            return Finding.Skipped("auth", "The hub does not log in there");
        if (partner.Url is null)
            return Finding.Skipped("auth", "There is no address to log in at");
        using var http = new HttpMessageInvoker(PartnerHttp.For(partner, context));
        using var deadline = Deadline(cancel);
        try
        {
            var token = await new AccessTokens(http, partner, context).GetAsync(deadline.Token);
            if (token.Failure is { } failure)
                return new Finding("auth", Verdict.Failed, failure.Error.ToString(), "Check client, secret, scope and token address of the auth section, and whether the partner knows the client.");
            return auth.Kind == OutboundAuthKind.Bearer ? await KeyAsync(http, partner.Url, token, deadline.Token) : Finding.Ok("auth", "A token was given");
        }
        catch (Exception e) when (e is not OperationCanceledException && HttpFailure.IsExpected(e))
        {
            return Finding.Skipped("auth", "It gave no answer that tells");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Finding("auth", Verdict.Failed, "The token service does not answer in time", "Ask whoever runs the token service.");
        }
    }

    // A key is no question to a token service: the partner itself is asked, without a document.
    private static async Task<Finding> KeyAsync(HttpMessageInvoker http, Uri url, AccessToken token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, url);
        request.Headers.Authorization = token.Header;
        using var response = await http.SendAsync(request, cancel);
        return response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            ? new Finding("auth", Verdict.Failed, $"The partner refuses the key ({(int)response.StatusCode})", "Ask the partner whether the key is still good and what it may do; put the new one where 'secret' points to.")
            : Finding.Ok("auth", "The key can be read, and is not refused at the partner's address; only a document tells more");
    }

    private async Task<Finding> ClockAsync(Uri url, CancellationToken cancel)
    {
        using var http = new HttpMessageInvoker(PooledHandler.For(partner));
        using var deadline = Deadline(cancel);
        using var request = new HttpRequestMessage(HttpMethod.Head, url);
        try
        {
            var before = context.Time.GetUtcNow();
            using var response = await http.SendAsync(request, deadline.Token);
            if (response.Headers is not { Date: { } date, Age: null })
                return Finding.Skipped("clock", "Its answers name no time");
            var skew = PartnerClock.Skew(before, date, context.Time.GetUtcNow());
            var text = string.Create(CultureInfo.InvariantCulture, $"{skew.Duration().TotalSeconds:0} s {(skew > TimeSpan.Zero ? "ahead of" : skew < TimeSpan.Zero ? "behind" : "from")} this machine");
            return skew.Duration() <= MostSkew
                ? Finding.Ok("clock", text)
                : new Finding("clock", Verdict.Warning, text, "Let this machine keep time by a trusted source; where it does, tell the partner: ops/runbooks/clock-skew.md.");
        }
        catch (Exception e) when (HttpFailure.IsExpected(e) && !cancel.IsCancellationRequested)
        {
            return Finding.Skipped("clock", "It gave no answer to read it from");
        }
    }

    private IEnumerable<Finding> Certificates()
    {
        if (adapter is not ICertificateHolder holder)
            return [Finding.Skipped("certificate", "Its messages need none")];
        var uses = holder.Certificates(partner, context.Tenant, context.Secrets);
        if (uses.Count == 0)
            return [new Finding("certificate", Verdict.Failed, "The tenant's own cannot be loaded", "Run 'hub config check': it names the fault.")];
        return uses.Select(u => CertificateFinding.Of("certificate", u, context.Time.GetUtcNow()));
    }

    private async Task<Finding> PingAsync(CancellationToken cancel)
    {
        using var deadline = Deadline(cancel);
        try
        {
            if (adapter is IPingingAdapter pinging)
                return await JudgeAsync(await pinging.PingAsync(partner, context, deadline.Token), cancel);
            if (adapter is not IOutboundAdapter outbound || partner.Url is null || !outbound.Reaches(partner))
                return Finding.Skipped("ping", "The hub does not send there");
            await using var sender = outbound.Open(partner, context);
            return await sender.ProbeAsync(deadline.Token) switch
            {
                true => Finding.Ok("ping", "It answers"),
                null => Finding.Skipped("ping", "Only a real document can tell"),
                false => new Finding("ping", Verdict.Failed, "It does not answer as it should, or does not take the hub's credentials", "Check address and credentials with the partner; 'ops/runbooks/partner-down.md' goes on from here."),
            };
        }
        catch (Exception e) when ((e is OperationCanceledException && !cancel.IsCancellationRequested) || (e is not OperationCanceledException && HttpFailure.IsExpected(e)))
        {
            return new Finding("ping", Verdict.Failed, "No answer in time", "Ask the partner: ops/runbooks/partner-down.md.");
        }
    }

    private async Task<Finding> JudgeAsync(PingOutcome outcome, CancellationToken cancel) => outcome switch
    {
        { Answered: true } => Finding.Ok("ping", outcome.Text),
        { Answered: false } => new Finding("ping", Verdict.Failed, outcome.Error?.ToString() ?? outcome.Text, "Check certificates and register entries of both sides; 'hub config check' tells what this side has."),
        { Endpoint: null } or { Asked: null } => Finding.Skipped("ping", outcome.Text),
        _ => await answers.CameAsync(outcome.Asked, Patience, cancel) switch
        {
            true => Finding.Ok("ping", "The signed Ping was taken, and a signed Pong came to the hub as a message of its own"),
            false => new Finding("ping", Verdict.Warning, $"The signed Ping was taken, and no signed Pong came to the hub within {DurationText.Write(Patience)}", "Look whether a node runs and takes what comes, and ask the partner which address and certificate it has of the hub."),
            null => new Finding("ping", Verdict.Warning, outcome.Text, "Name the store of the running hub with --data or HUB_POSTGRES, and the Pong is waited for; else look for it in the node's log (1318)."),
        },
    };

    private CancellationTokenSource Deadline(CancellationToken cancel)
    {
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        return deadline;
    }
}
