using Hub.AcceptanceTests.Staging;
using Hub.Core.Registers;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Reading;

/// <summary>Who may look: token, organisation, role, consent, responsibility. Every look is recorded, granted or refused.</summary>
public abstract class AccessJourneys(BackingKind backing)
{
    private const string Search = "fhir/larvik/Observation/_search";

    [Theory]
    [InlineData(ReadStage.Municipality, "LE", "user/*.read", 200, "")]
    [InlineData(ReadStage.Municipality, "SP", "user/Observation.rs", 200, "")]
    [InlineData(ReadStage.Municipality, "FT", "user/Observation.read", 200, "")]
    [InlineData(ReadStage.Municipality, "PS", "user/*.read", 403, "HUB-READ-001")]
    [InlineData(ReadStage.Hospital, "SP", "user/*.read", 403, "HUB-READ-001")]
    [InlineData(ReadStage.Hospital, "LE", "user/*.read", 403, "HUB-READ-002")]
    [InlineData(ReadStage.Doctor, "LE", "user/*.read", 403, "HUB-READ-003")]
    [InlineData(ReadStage.Skien, "LE", "user/*.read", 403, "HUB-AUTH-003")]
    [InlineData(ReadStage.Municipality, "LE", "user/CarePlan.read", 403, "HUB-ACCESS-008")]
    [InlineData(ReadStage.Municipality, "LE", "user/Observation.write", 403, "HUB-ACCESS-008")]
    [InlineData(ReadStage.Municipality, "LE", "patient/*.read", 403, "HUB-ACCESS-008")]
    [InlineData(ReadStage.Municipality, "LE", "openid", 403, "HUB-ACCESS-008")]
    public async Task Should_let_in_by_organisation_role_and_scope(string orgnr, string role, string scope, int status, string code)
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var audited = await stage.AuditedAsync();

        var seen = await stage.PostAsync(Search, stage.Token(orgnr, role, scope), ("patient.identifier", stage.Patient), ("code", "8867-4,59408-5,29463-7"));

        Assert.Equal(status, seen.Status);
        if (status != 200)
            Assert.Equal(code, seen.Code);
        Assert.Equal(audited + 1, await stage.AuditedAsync());
    }

    [Fact]
    public async Task Should_let_the_doctor_look_while_the_consent_stands()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var token = stage.Token(ReadStage.Doctor);
        Task<Seen> LookAsync() => stage.PostAsync(Search, token, ("patient.identifier", stage.Patient), ("code", "8867-4,59408-5"));

        Assert.Equal("HUB-READ-003", (await LookAsync()).Code);
        await stage.ConsentAsync("share-with-gp", granted: true);
        Assert.Equal(200, (await LookAsync()).Status);
        await stage.ConsentAsync("share-with-gp", granted: false);
        Assert.Equal("HUB-READ-003", (await LookAsync()).Code);
    }

    [Fact]
    public async Task Should_move_access_with_the_responsibility_and_let_who_had_it_look_for_a_while()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        await stage.ConsentAsync("share-with-hospital", granted: true);
        Task<Seen> AsAsync(string orgnr) => stage.PostAsync(Search, stage.Token(orgnr), ("patient.identifier", stage.Patient), ("code", "8867-4,59408-5"));
        var now = DateTimeOffset.UtcNow;

        await stage.ResponsibleAsync("hospital", now.AddDays(-100));
        Assert.Equal(200, (await AsAsync(ReadStage.Hospital)).Status);
        Assert.Equal("HUB-READ-002", (await AsAsync(ReadStage.Municipality)).Code);

        await stage.ResponsibleAsync(Responsibility.Self, now.AddDays(-10));
        Assert.Equal(200, (await AsAsync(ReadStage.Hospital)).Status);
        Assert.Equal(200, (await AsAsync(ReadStage.Municipality)).Status);
    }

    [Fact]
    public async Task Should_show_only_the_kinds_that_are_allowed_and_say_what_is_left_out()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var who = stage.Story.First(e => e.Content is Core.Content.QuestionnaireAnswers { Scores.Count: > 0 }).Person.NationalId;
        var nutritionist = stage.Token(ReadStage.Municipality, "FT");

        var all = await stage.PostAsync(Search, nutritionist, ("patient.identifier", who));
        var scores = await stage.PostAsync(Search, nutritionist, ("patient.identifier", who), ("code", "446660005"));
        var forms = await stage.PostAsync("fhir/larvik/QuestionnaireResponse/_search", nutritionist, ("patient.identifier", who));

        Assert.Equal(200, all.Status);
        Assert.NotEmpty(all.Matches);
        Assert.Contains(all.Outcome!.Value.GetProperty("issue").EnumerateArray(), i => i.GetProperty("code").GetString() == "suppressed");
        Assert.All(new[] { forms, scores }, s => Assert.Equal((403, "HUB-READ-001"), (s.Status, s.Code)));
    }

    [Fact]
    public async Task Should_keep_a_token_for_one_patient_to_that_patient()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var other = stage.Story.First(e => e.Person.NationalId != stage.Patient).Person.NationalId;
        string Launched(string patient) => stage.Token(ReadStage.Municipality, scope: "patient/*.read", change: c => c["patient"] = patient);

        var own = await stage.PostAsync(Search, Launched($"urn:oid:2.16.578.1.12.4.1.4.1|{stage.Patient}"));
        var same = await stage.PostAsync(Search, Launched(stage.Patient), ("patient", $"Patient/{stage.Patient}"));
        var foreign = await stage.PostAsync(Search, Launched(stage.Patient), ("patient.identifier", other));
        var wide = await stage.PostAsync(Search, stage.Token(ReadStage.Municipality, change: c => c["patient"] = stage.Patient), ("patient.identifier", other));
        var opaque = await stage.PostAsync(Search, Launched("cdp1000312"));

        Assert.Equal((200, 200), (own.Status, same.Status));
        Assert.Equal((403, "HUB-READ-004"), (foreign.Status, foreign.Code));
        Assert.Equal((403, "HUB-READ-004"), (wide.Status, wide.Code));
        Assert.Equal((403, "HUB-READ-009"), (opaque.Status, opaque.Code));
    }

    [Fact]
    public async Task Should_let_a_system_look_where_a_rule_says_so()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        string System(string orgnr, string scope) => stage.Issuer.Token(new Dictionary<string, object?>
        {
            ["client_id"] = "journal-viewer",
            ["sub"] = null,
            ["scope"] = scope,
            ["helseid://claims/client/claims/orgnr_parent"] = orgnr,
        });

        Assert.Equal(200, (await stage.PostAsync(Search, System(ReadStage.Municipality, "system/*.read"), ("patient.identifier", stage.Patient), ("code", "8867-4"))).Status);
        Assert.Equal("HUB-READ-001", (await stage.PostAsync(Search, System(ReadStage.Hospital, "system/*.read"), ("patient.identifier", stage.Patient), ("code", "8867-4"))).Code);
        Assert.Equal("HUB-ACCESS-008", (await stage.PostAsync(Search, System(ReadStage.Municipality, "user/*.read"), ("patient.identifier", stage.Patient))).Code);
    }

    [Fact]
    public async Task Should_refuse_tokens_that_are_old_weak_or_stolen()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var address = new Uri(stage.Http.BaseAddress!, Search).AbsoluteUri;
        var key = TestSigner.Curve("holder");
        var bound = stage.Token(ReadStage.Municipality, change: c => c["cnf"] = new { jkt = key.Thumbprint });
        var proof = key.Proof("POST", address, bound);
        Task<Seen> SendAsync(string token, string scheme = "Bearer", string? dpop = null) => stage.SendAsync(
            HttpMethod.Post, Search, token, new FormUrlEncodedContent([KeyValuePair.Create("patient.identifier", stage.Patient), KeyValuePair.Create("code", "8867-4,59408-5")]), scheme, dpop);

        var expired = await SendAsync(stage.Issuer.Token(TestIssuer.User(ReadStage.Municipality), life: TimeSpan.FromMinutes(-1)));
        var level = await SendAsync(stage.Token(ReadStage.Municipality, change: c => c["helseid://claims/identity/security_level"] = "3"));
        var plain = await SendAsync(bound);
        var good = await SendAsync(bound, "DPoP", proof);
        var replayed = await SendAsync(bound, "DPoP", proof);
        var none = await stage.SendAsync(HttpMethod.Post, Search, null);

        Assert.Equal((401, "HUB-ACCESS-003"), (expired.Status, expired.Code));
        Assert.Equal((401, "HUB-ACCESS-007"), (level.Status, level.Code));
        Assert.Contains("insufficient_user_authentication", level.Challenge, StringComparison.Ordinal);
        Assert.Equal((401, "HUB-ACCESS-005"), (plain.Status, plain.Code));
        Assert.Contains("DPoP", plain.Challenge, StringComparison.Ordinal);
        Assert.Equal(200, good.Status);
        Assert.Equal((401, "HUB-ACCESS-006"), (replayed.Status, replayed.Code));
        Assert.Equal((401, "HUB-ACCESS-001"), (none.Status, none.Code));
        Assert.Contains("Bearer", none.Challenge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_answer_alike_for_a_foreign_tenant_and_one_that_does_not_exist()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var token = stage.Token(ReadStage.Municipality);

        var foreign = await stage.PostAsync("fhir/skien/Observation/_search", token, ("patient.identifier", stage.Patient));
        var unknown = await stage.PostAsync("fhir/nowhere/Observation/_search", token, ("patient.identifier", stage.Patient));

        Assert.Equal((403, "HUB-AUTH-003"), (foreign.Status, foreign.Code));
        Assert.Equal(foreign.Json.GetRawText(), unknown.Json.GetRawText());
    }

    [Fact]
    public async Task Should_not_let_one_tenants_kept_answers_serve_another()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        await stage.PostAsync(Search, stage.Token(ReadStage.Municipality), ("patient.identifier", stage.Patient), ("code", "8867-4"));
        var asked = stage.First.Asked;

        var skien = await stage.PostAsync("fhir/skien/Observation/_search", stage.Token(ReadStage.Skien), ("patient.identifier", stage.Patient), ("code", "8867-4"));

        Assert.Equal(200, skien.Status);
        Assert.Equal(asked + 1, stage.First.Asked);
        Assert.DoesNotContain("urn:hub:event:larvik", skien.Json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_decide_anew_for_each_reader_however_fresh_the_kept_answer_is()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        await stage.PostAsync(Search, stage.Token(ReadStage.Municipality), ("patient.identifier", stage.Patient), ("code", "8867-4,59408-5"));

        var refused = await stage.PostAsync(Search, stage.Token(ReadStage.Doctor), ("patient.identifier", stage.Patient), ("code", "8867-4,59408-5"));

        Assert.Equal("HUB-READ-003", refused.Code);
    }

    [Fact]
    public async Task Should_show_nothing_while_looks_cannot_be_recorded()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        Task<Seen> LookAsync() => stage.PostAsync(Search, stage.Token(ReadStage.Municipality, "FT"), ("patient.identifier", stage.Patient), ("code", "8867-4,59408-5,29463-7"));
        Assert.NotEmpty((await LookAsync()).Matches);

        await stage.ShutStoreAsync();
        var seen = await LookAsync();

        Assert.Equal((503, "HUB-INTAKE-022", "OperationOutcome"), (seen.Status, seen.Code, seen.Type));
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : AccessJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL.</summary>
    public sealed class OnPostgres() : AccessJourneys(BackingKind.Servers);
}
