using System.Text;
using Hub.Adapters.Ebxml;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Tenants;
using Hub.Kith.AppRec;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Clinical;

/// <summary>A message to another service of the enterprise with a copy to ours: that other service has a copy of its own and answers for itself (HISD 1168).</summary>
public sealed class CopyReceiverTests
{
    [Fact]
    public void Should_take_in_a_copy_whose_main_receiver_is_another_service_of_the_enterprise()
    {
        var happened = Assert.Single(Assert.Single(Parse(Copy("8094867")).Entries).Events);
        Assert.False(happened.Answer!.Refused);
        var message = Assert.IsType<ClinicalMessage>(happened.Content);
        Assert.Empty(message.Refusals);
        var receipt = ReceiptReader.Read(MappingBench.Map("kith.apprec", message).Document!.Body).Receipt!;
        Assert.Equal("COP", receipt.Sender.Role?.V);
        Assert.Equal("8094867", receipt.Sender.Inst!.Departments[0].Id);
    }

    [Fact]
    public void Should_refuse_where_no_receiver_is_a_service_of_ours()
    {
        var happened = Assert.Single(Assert.Single(Parse(Copy("6666")).Entries).Events);
        Assert.True(happened.Answer!.Refused);
        Assert.Equal("E21", Assert.Single(((ClinicalMessage)happened.Content).Refusals).Code);
    }

    // GenDate is 2026-03-01T07:55+01:00; two hours are kept for sending.
    [Theory]
    [InlineData(1, 72)]
    [InlineData(80, 14)]
    [InlineData(95, 0)]
    [InlineData(200, 72)]
    public void Should_answer_within_the_deadline_of_the_sender_however_late_the_message_came(int late, int within)
    {
        var context = MappingBench.Context();
        var tenant = context.Tenant with { Messaging = context.Tenant.Messaging! with { Answers = AnswerSource.Journal, AnswerWithin = TimeSpan.FromHours(72) } };
        var at = SampleClinical.Admitted.Time.Start.AddHours(late);
        var parsed = new EbxmlAdapter().Parse(new InboundMessage(SampleClinical.Document, "application/xml", at, context.Target, TenantEnvironment.Test) { Tenant = tenant });
        Assert.Equal(TimeSpan.FromHours(within), Assert.Single(Assert.Single(parsed.Entries).Events).Answer!.Within);
    }

    private static ParsedMessage Parse(ReadOnlyMemory<byte> document)
    {
        var context = MappingBench.Context();
        return new EbxmlAdapter().Parse(new InboundMessage(document, "application/xml", MappingBench.AcceptedAt, context.Target, TenantEnvironment.Test) { Tenant = context.Tenant });
    }

    private static byte[] Copy(string service)
    {
        var text = Encoding.UTF8.GetString(SampleClinical.Document.Span);
        var start = text.IndexOf("<Receiver>", StringComparison.Ordinal) + "<Receiver>".Length;
        var inner = text[start..text.IndexOf("</Receiver>", StringComparison.Ordinal)];
        var main = inner.Replace("8094867", "5555", StringComparison.Ordinal);
        var copy = $"""<OtherReceiver><RoleReceiver V="COP" DN="Kopimottaker" />{inner.Replace("8094867", service, StringComparison.Ordinal)}</OtherReceiver>""";
        return Encoding.UTF8.GetBytes(text.Replace($"<Receiver>{inner}</Receiver>", $"<Receiver>{main}</Receiver>{copy}", StringComparison.Ordinal));
    }
}
