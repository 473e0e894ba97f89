using Hub.Host.Configuration;
using Xunit;

namespace Hub.UnitTests.Configuration;

public class BrokerAddressTests
{
    [Theory]
    [InlineData("amqp://127.0.0.1", true)]
    [InlineData("amqps://hub:secret@mq.example.no:5671/%2F", true)]
    [InlineData("amqp://hub:secret@mq.example.no/hub", true)]
    [InlineData("foo", false)]
    [InlineData("http://mq.example.no:5672", false)]
    [InlineData("amqp://hub:secret@mq.example.no/a/b", false)]
    [InlineData("", false)]
    public void Should_know_an_address_of_a_broker_and_repeat_no_password(string text, bool isOne)
    {
        var errors = BrokerAddress.Errors(new HubSettings { RabbitMq = text });

        Assert.Equal(isOne ? [] : ["HUB-CONFIG-004 at rabbitmq"], errors.Select(e => $"{e.Code} at {e.Path}"));
        Assert.DoesNotContain(errors, e => e.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_find_nothing_wrong_where_there_is_no_broker() => Assert.Empty(BrokerAddress.Errors(new HubSettings()));
}
