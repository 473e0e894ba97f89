using System.Globalization;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Host.Commands.Checks;

/// <summary>Tries the way to one partner, step by step, as the hub would go it. Sends nothing about a patient.</summary>
/// <param name="partner">The partner.</param>
/// <param name="adapter">Its adapter.</param>
/// <param name="context">Clock, secrets and tenant.</param>
internal sealed class PartnerChecks(PartnerConfig partner, IAdapter adapter, SenderContext context)
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
            return Finding.Ok("auth", auth.Kind == OutboundAuthKind.Bearer ? "The key can be read; the partner judges it at the ping" : "A token was given");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Finding("auth", Verdict.Failed, "The token service does not answer in time", "Ask whoever runs the token service.");
        }
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
            var text = string.Create(CultureInfo.InvariantCulture, $"{skew.TotalSeconds:0} s from this machine");
            return skew <= MostSkew
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
        return uses.Select(u => Expiry.Judge("certificate", $"{u.Use}{(u.Subject.Length > 0 ? $" of {u.Subject}" : "")}", u.NotAfter, context.Time.GetUtcNow()));
    }

    private async Task<Finding> PingAsync(CancellationToken cancel)
    {
        using var deadline = Deadline(cancel);
        try
        {
            if (adapter is IPingingAdapter pinging)
                return Judge(await pinging.PingAsync(partner, context, deadline.Token));
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

    private static Finding Judge(PingOutcome outcome) => outcome switch
    {
        { Answered: true } => Finding.Ok("ping", outcome.Text),
        { Answered: false } => new Finding("ping", Verdict.Failed, outcome.Error?.ToString() ?? outcome.Text, "Check certificates and register entries of both sides; 'hub config check' tells what this side has."),
        { Endpoint: null } => Finding.Skipped("ping", outcome.Text),
        _ => new Finding("ping", Verdict.Warning, outcome.Text, "The Pong is not seen here. That the partner takes the hub's signature shows with the first message."),
    };

    private CancellationTokenSource Deadline(CancellationToken cancel)
    {
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        return deadline;
    }
}
