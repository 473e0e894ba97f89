using System.Text;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Kith.AppRec;
using Hub.Kith.Schemas;
using Hub.UnitTests.Mappings;
using Xunit;
using Receipt = Hub.Kith.AppRec.Receipt;

namespace Hub.UnitTests.Clinical;

/// <summary>The receipt says what became of the message.</summary>
public sealed class AppRecTests
{
    private static readonly OtherDelivery Arrived = new("r1", "gerica", DeliveryState.Delivered, null);
    private static readonly OtherDelivery Waiting = new("r2", "dips", DeliveryState.Pending, null);
    private static readonly OtherDelivery Dead = new("r3", "profil", DeliveryState.DeadLettered, "HUB-SEND-005");
    private static readonly OtherDelivery Told = new("r5", "dignio", DeliveryState.Delivered, null) { Mapping = "dho.followup" };
    private static readonly OtherDelivery Unknown = new("r4", "cosdoc", DeliveryState.DeadLettered, "HUB-SEND-006");

    public static TheoryData<string, string, string> Verdicts() => new()
    {
        { "arrived", "1", "" },
        { "told", "1", "" },
        { "told,unknown", "2", "E35" },
        { "told,arrived", "1", "" },
        { "waiting", "1", "" },
        { "arrived,dead", "1", "" },
        { "dead,waiting", "1", "" },
        { "dead", "2", "X99" },
        { "unknown", "2", "E35" },
        { "dead,unknown", "2", "E35" },
        { "", "2", "X99" },
    };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void Should_answer_by_what_became_of_the_deliveries(string deliveries, string status, string code)
    {
        var receipt = Answer(SampleClinical.Admitted, deliveries);
        Assert.Equal(status, receipt.Status.V);
        Assert.Equal(code, string.Join(',', receipt.Errors.Select(e => e.V)));
        Assert.Equal(AppRecVersion.V11, receipt.Version);
        Assert.Equal(("LOG_INNLAGT", "2026-03-01T07:55:00+01:00", "5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c111"), (receipt.Original.MsgType.V, receipt.Original.IssueDate.V, receipt.Original.Id));
        Assert.Equal("Larvik kommune", receipt.Sender.Inst!.Name);
        Assert.Equal("43", receipt.Receiver.Inst!.Departments[0].Id);
    }

    [Fact]
    public void Should_accept_at_once_where_the_hub_answers()
    {
        var context = MappingBench.Context();
        var hub = context with { Tenant = context.Tenant with { Messaging = context.Tenant.Messaging! with { Answers = AnswerSource.Hub } } };
        Assert.Equal("1", Read(Map(SampleClinical.Admitted, hub)).Status.V);
    }

    [Fact]
    public void Should_give_the_grounds_of_a_refusal_before_anything_else()
    {
        var refused = SampleClinical.Admitted with { Refusals = [new Coding(null, "E36", "Pasienten mangler navn."), new Coding(null, "Q1", "ukjent")] };
        var receipt = Answer(refused, "arrived");
        Assert.Equal(["E36", "X99"], receipt.Errors.Select(e => e.V));
        Assert.Equal(["Pasienten mangler navn.", "ukjent"], receipt.Errors.Select(e => e.OT));
    }

    [Fact]
    public void Should_turn_the_envelope_round()
    {
        var properties = Map(SampleClinical.Admitted, MappingBench.Context()).Document!.Properties;
        Assert.Equal("APPREC", properties[MessageProperties.Action]);
        Assert.Equal("conv-1", properties[MessageProperties.Conversation]);
        Assert.Equal(("8094867", "43"), (properties[MessageProperties.Sender], properties[MessageProperties.Receiver]));
        Assert.Equal(("Kommune", "Sykehus"), (properties[MessageProperties.FromRole], properties[MessageProperties.ToRole]));
    }

    [Fact]
    public void Should_name_no_patient()
    {
        var text = Encoding.UTF8.GetString(Map(SampleClinical.Admitted, MappingBench.Context()).Document!.Body.Span);
        Assert.DoesNotContain("Danser", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13116900216", text, StringComparison.Ordinal);
        Assert.Empty(KithSchemas.Validate(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<a/>")]
    public void Should_say_that_bytes_without_a_head_cannot_be_answered(string document)
    {
        var outcome = Map(SampleClinical.Admitted with { Document = Encoding.UTF8.GetBytes(document) }, MappingBench.Context());
        Assert.Equal("HUB-KITH-010", Assert.Single(outcome.Errors).Code);
    }

    private static Receipt Answer(ClinicalMessage message, string deliveries)
    {
        var named = new Dictionary<string, OtherDelivery> { ["arrived"] = Arrived, ["waiting"] = Waiting, ["dead"] = Dead, ["unknown"] = Unknown, ["told"] = Told };
        return Read(Map(message, MappingBench.Context() with { Others = [.. deliveries.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => named[d])] }));
    }

    private static MappingOutcome Map(ClinicalMessage message, MappingContext context) => MappingBench.Catalogue.Find("kith.apprec")!.Map(MappingBench.Envelope(message), context);

    private static Receipt Read(MappingOutcome outcome)
    {
        Assert.Empty(outcome.Errors);
        return ReceiptReader.Read(outcome.Document!.Body).Receipt!;
    }
}
