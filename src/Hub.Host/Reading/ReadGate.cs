using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Security.Tokens;

namespace Hub.Host.Reading;

/// <summary>Lets people and systems look at patients' data: by token, organisation, role, consent and responsibility. Every look, granted or refused, stands in the audit log before it is answered.</summary>
/// <param name="services">What it uses.</param>
/// <param name="tokens">Reads access tokens.</param>
internal sealed class ReadGate(HubServices services, TokenGate tokens)
{
    /// <summary>Finds out who asks.</summary>
    /// <param name="context">The request; its route names the tenant.</param>
    /// <param name="resource">Resource type that is asked for.</param>
    /// <param name="right">c, r, u, d or s, as in SMART scopes.</param>
    /// <returns>The reader, or why there is none.</returns>
    public async ValueTask<Result<Reader>> EnterAsync(HttpContext context, string resource, char right)
    {
        var token = await tokens.ReadAsync(context.Request);
        if (!token.IsOk)
            return Result<Reader>.Failed(token.Errors);

        // An unknown tenant answers as a foreign one: nobody learns by asking who else is here.
        var name = (string?)context.Request.RouteValues["tenant"] ?? "";
        if (services.Snapshots.Current.Tenant(name) is not { } tenant)
            return AuthErrors.Foreign.At(detail: "Your organisation is not known here");
        var party = tenant.Parties.Values.FirstOrDefault(p => p.Orgnr.Length > 0 && p.Orgnr == token.Value.Organization);
        var reader = new Reader(tenant, party ?? new PartyConfig("", PartyKind.Municipality, ""), token.Value, NameOf(token.Value, tenant));
        if (party is null)
            return await RefusedAsync(reader, "", $"{resource}.{right}", AuthErrors.Foreign.At(detail: "Your organisation is not known here"), context.RequestAborted);
        if (!InScope(token.Value, resource, right))
            return await RefusedAsync(reader, "", $"{resource}.{right}", TokenErrors.ScopeTooSmall.At(), context.RequestAborted);
        return reader;
    }

    /// <summary>Decides whether a reader may look, and writes it in the audit log.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="request">What they want.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The look, or why it is refused.</returns>
    public async Task<Result<Look>> LookAsync(Reader reader, LookRequest request, CancellationToken cancel)
    {
        var whom = Whom(reader, request);
        if (!whom.IsOk)
        {
            await RecordAsync(reader, "", request.Interaction, whom.Errors[0].Code, granted: false, cancel);
            return Result<Look>.Failed(whom.Errors);
        }

        var patient = whom.Value;
        var key = services.Vault.PatientKey(reader.Tenant.Name, patient);
        var question = new AccessQuestion(reader.Party.Name, reader.Roles, request.Kinds, request.Writes);
        var candidates = AccessJudge.Candidates(reader.Tenant.Access, question);
        question = await WithRegistersAsync(question, candidates, reader.Tenant.Name, key, cancel);
        var verdict = AccessJudge.Judge(candidates, question, services.Time.GetUtcNow());
        var needed = request.Needed ?? request.Kinds;
        var stands = verdict.Refused.Where(r => needed.Contains(r.Kind)).Select(r => r.Why).FirstOrDefault() ?? (verdict.Allowed.Count == 0 ? verdict.Refused[0].Why : null);
        var words = LookWords.Target(key, request.Interaction, stands is null ? verdict.Allowed : request.Kinds);
        if (stands is null)
            return new Look(reader, patient, verdict, RecordAsync(reader, words, request.Interaction, LookWords.Reason(verdict), granted: true, cancel));
        await RecordAsync(reader, words, request.Interaction, stands.Code, granted: false, cancel);
        return stands;
    }

    // A token that was given for one patient opens no other, whatever its scopes are.
    private static Result<Identifier> Whom(Reader reader, LookRequest request)
    {
        if (reader.Token.LaunchPatient is not { } context)
            return request.Patient is { } named ? named : ReadErrors.NoPatient.At();
        if (PatientReference.Read(context, reader.Tenant) is not { } launched)
            return ReadErrors.UnknownContext.At();
        return request.Patient is null || request.Patient.Value == launched.Value ? launched : ReadErrors.OtherPatient.At();
    }

    private static bool InScope(AccessToken token, string resource, char right) => token switch
    {
        { IsSystem: true } => token.Scopes.Covers("system", resource, right),
        { LaunchPatient: not null } => token.Scopes.Covers("patient", resource, right) || token.Scopes.Covers("user", resource, right),
        _ => token.Scopes.Covers("user", resource, right),
    };

    private string NameOf(AccessToken token, TenantConfig tenant) =>
        token.Hpr is { } hpr ? $"hpr:{hpr}"
        : token.UserId is { } user ? $"user:{services.Vault.PatientKey(tenant.Name, new Identifier(IdentifierSystems.Fnr, user)):N}"
        : $"client:{token.Client}";

    private async Task<AccessQuestion> WithRegistersAsync(AccessQuestion question, IReadOnlyList<AccessRule> candidates, string tenant, Guid key, CancellationToken cancel)
    {
        var consents = candidates.Any(r => r.Requires.Count > 0) ? services.Store.GrantedAsync(tenant, key, cancel) : null;
        var versions = candidates.Any(r => r.While != AccessPeriod.Always)
            ? services.Store.HistoryAsync(tenant, RecordKinds.Responsibility, ResponsibilityText.KeyOf(key), cancel)
            : null;
        return question with
        {
            Granted = consents is null ? question.Granted : await consents,
            Responsible = versions is null ? question.Responsible : Read(await versions),
        };
    }

    // An entry that cannot be opened is nobody's responsibility: access fails closed.
    private List<Responsibility> Read(IReadOnlyList<StoredRecord> versions) =>
        [.. versions.Select(v => ResponsibilityText.Open(v, services.Vault) is { IsOk: true, Value: var read } ? read : new Responsibility("", v.At))];

    private async ValueTask<Result<Reader>> RefusedAsync(Reader reader, string target, string interaction, HubError error, CancellationToken cancel)
    {
        await RecordAsync(reader, target, interaction, error.Code, granted: false, cancel);
        return error;
    }

    private Task RecordAsync(Reader reader, string target, string interaction, string? reason, bool granted, CancellationToken cancel) => services.Store.AppendAsync(
        new AuditEntry(
            services.Time.GetUtcNow(),
            $"{(reader.Party.Name.Length > 0 ? reader.Party.Name : $"orgnr:{reader.Token.Organization}")}/{reader.Name}",
            granted ? "fhir.look" : "fhir.refused",
            reader.Tenant.Name,
            target.Length > 0 ? target : interaction,
            reason),
        cancel);
}
