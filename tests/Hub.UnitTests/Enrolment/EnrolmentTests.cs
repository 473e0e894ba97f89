using Hub.Adapters.Enrolment;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.UnitTests.Messaging;
using Xunit;

namespace Hub.UnitTests.Enrolment;

/// <summary>Who is followed up, who is asked for, and of whom a vendor is told.</summary>
public sealed class EnrolmentTests
{
    private readonly EnrolmentWorld _world = new();

    [Fact]
    public async Task Should_ask_the_journal_who_was_included_and_tell_it_as_its_own_event()
    {
        var outcome = await _world.StatusAsync(FollowUpState.Included, "s-1");

        Assert.Equal("message 1", Assert.IsType<SendOutcome.Delivered>(outcome).Receipt);
        Assert.Equal([("oslo", "gerica", EnrolmentWorld.Line.Id.Value)], _world.Asked);
        var told = Assert.Single(_world.Told);
        Assert.Equal(("dignio/s-1", "s-1", EnrolmentWorld.Line.Id), (told.SourceId, told.Correlation, told.Patient.Id));
        Assert.Equal("Storgata 1", Assert.IsType<Personalia>(told.Content).Addresses[0].Lines[0]);
    }

    [Fact]
    public async Task Should_tell_once_when_it_is_tried_again_although_the_journal_answers_otherwise_then()
    {
        await _world.StatusAsync(FollowUpState.Included, "s-1");
        _world.Journal = EnrolmentWorld.Knows(EnrolmentWorld.Line, "Nygata 2");
        var again = await _world.StatusAsync(FollowUpState.Included, "s-1");

        Assert.IsType<SendOutcome.Delivered>(again);
        Assert.Equal("Storgata 1", Assert.IsType<Personalia>(Assert.Single(_world.Told).Content).Addresses[0].Lines[0]);
    }

    [Fact]
    public async Task Should_be_tried_again_while_the_journal_does_not_answer_and_remember_the_inclusion_meanwhile()
    {
        foreach (var error in new[] { LookupErrors.Unreachable, LookupErrors.TimedOut, LookupErrors.Failed, LookupErrors.CredentialsRefused, LookupErrors.Busy })
        {
            _world.Journal = error.At();
            var failed = Assert.IsType<SendOutcome.Failed>(await _world.StatusAsync(FollowUpState.Included, "s-1"));
            Assert.Equal((error.Code, true, false), (failed.Error.Code, failed.Error.Retryable, failed.PartnerDown));
        }

        await _world.NoticeAsync("n-1");
        Assert.Equal("gerica/n-1", Assert.Single(_world.Told).SourceId);
    }

    [Fact]
    public async Task Should_be_tried_again_while_nothing_can_be_taken_in()
    {
        _world.Full = IntakeErrors.StoreDown.At();
        Assert.True(Assert.IsType<SendOutcome.Failed>(await _world.StatusAsync(FollowUpState.Included, "s-1")).Error.Retryable);

        _world.Full = null;
        Assert.IsType<SendOutcome.Delivered>(await _world.StatusAsync(FollowUpState.Included, "s-1"));
        Assert.Single(_world.Told);
    }

    [Fact]
    public async Task Should_say_that_the_journal_does_not_know_the_patient_and_never_take_another_for_it()
    {
        var other = new Patient(new Identifier(IdentifierSystems.Fnr, "10915596784"), null, []);
        foreach (var answer in new Result<LookupAnswer>[] { LookupErrors.PatientUnknown.At(), new LookupAnswer([], true), EnrolmentWorld.Knows(other, "Storgata 1") })
        {
            _world.Journal = answer;
            var failed = Assert.IsType<SendOutcome.Failed>(await _world.StatusAsync(FollowUpState.Included, "s-1"));
            Assert.Equal(("HUB-ENROLMENT-002", false), (failed.Error.Code, failed.Error.Retryable));
        }

        Assert.Empty(_world.Told);
    }

    [Fact]
    public async Task Should_tell_of_changes_from_the_inclusion_until_the_end_and_of_nobody_else()
    {
        await _world.NoticeAsync("n-before");
        await _world.StatusAsync(FollowUpState.Included, "s-1");
        await _world.NoticeAsync("n-1");
        await _world.StatusAsync(FollowUpState.Paused, "s-2", TimeSpan.FromDays(1));
        await _world.NoticeAsync("n-2", EnrolmentWorld.PersonaliaAt("Nygata 2") with { Corrects = "n-1" });
        await _world.SendAsync("gerica", "n-other", EnrolmentWorld.PersonaliaAt("Storgata 1"), new Patient(new Identifier(IdentifierSystems.Fnr, "10915596784"), null, []));
        await _world.StatusAsync(FollowUpState.Ended, "s-3", TimeSpan.FromDays(2));
        _world.Clock.Now = FixedTime.At.AddDays(3);
        var after = await _world.NoticeAsync("n-3");

        Assert.Equal(["dignio/s-1", "gerica/n-1", "gerica/n-2"], _world.Told.Select(t => t.SourceId));
        Assert.Equal("gerica/n-1", _world.Told[2].Content.Corrects);
        Assert.Equal("not followed up; nobody is told", Assert.IsType<SendOutcome.Delivered>(after).Receipt);
    }

    [Fact]
    public async Task Should_not_be_turned_back_by_a_status_that_comes_late()
    {
        await _world.StatusAsync(FollowUpState.Ended, "s-2", TimeSpan.FromDays(-1));
        var late = await _world.StatusAsync(FollowUpState.Included, "s-1", TimeSpan.FromDays(-9));

        Assert.Equal("ended", Assert.IsType<SendOutcome.Delivered>(late).Receipt);
        Assert.Empty(_world.Asked);
        await _world.NoticeAsync("n-1");
        Assert.Empty(_world.Told);
    }

    [Fact]
    public async Task Should_keep_who_told_what_in_versions_with_an_audit_and_no_number()
    {
        await _world.StatusAsync(FollowUpState.Included, "s-1");
        await _world.StatusAsync(FollowUpState.Included, "s-1");
        await _world.StatusAsync(FollowUpState.Ended, "s-2", TimeSpan.FromDays(1));

        var entry = Assert.Single(await _world.Records.FindAsync(new RecordFilter("oslo", RecordKinds.Enrolment), default));
        Assert.Equal((2, "ended", "dignio"), (entry.Version, entry.State, entry.Who));
        Assert.DoesNotContain(EnrolmentWorld.Line.Id.Value, entry.Key, StringComparison.Ordinal);
        Assert.Equal(["included", "ended"], _world.Records.Audit.Select(a => a.Reason));
    }

    [Fact]
    public async Task Should_keep_no_content_of_another_kind_and_nothing_that_cannot_be_read()
    {
        var note = await _world.SendAsync("dignio", "n-1", new JournalNote(new ClinicalTime(FixedTime.At), [new NoteSection(null, null, "Tekst", [])]));
        Assert.Equal("HUB-ENROLMENT-001", Assert.IsType<SendOutcome.Failed>(note).Error.Code);

        var adapter = new EnrolmentAdapter();
        foreach (var body in new[] { "{", "[]", "" })
            Assert.NotEmpty(adapter.Parse(new InboundMessage(System.Text.Encoding.UTF8.GetBytes(body), ContentText.MediaType, FixedTime.At, _world.Partner, TenantEnvironment.Test)).Errors);
        var status = ContentText.Write(new RegisteredContent("dignio", "s-1", EnrolmentWorld.Line, new PatientStatus(FollowUpState.Included, new ClinicalTime(FixedTime.At))));
        Assert.Equal("HUB-ENROLMENT-001", adapter.Parse(new InboundMessage(status, ContentText.MediaType, FixedTime.At, _world.Partner, TenantEnvironment.Test)).Errors[0].Code);
    }

    [Fact]
    public void Should_want_a_journal_that_is_a_partner_of_the_tenant()
    {
        var adapter = new EnrolmentAdapter();
        Assert.Empty(adapter.Check(_world.Partner, _world.Tenant, null));
        foreach (var options in new Dictionary<string, string>[] { [], new() { ["journal"] = "dips" }, new() { ["journal"] = "enrolment" } })
            Assert.Equal("options.journal", Assert.Single(adapter.Check(_world.Partner with { Options = options }, _world.Tenant, null)).Path);
    }
}
