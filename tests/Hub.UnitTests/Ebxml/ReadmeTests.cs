using Hub.Ebxml.Encryption;
using Hub.Ebxml.Signing;
using Hub.UnitTests.Architecture;
using Xunit;

namespace Hub.UnitTests.Ebxml;

/// <summary>The README's example does what it says, and is the code that was compiled.</summary>
public class ReadmeTests
{
    [Fact]
    public void Should_send_receive_and_prove_the_delivery()
    {
        var theirSigning = TestAuthority.Trusted.Signing("Theirs");
        var theirEncryption = TestAuthority.Trusted.Encryption("Theirs");
        using var us = new MessageSigner(TestMessages.SigningCertificate);
        using var them = new MessageSigner(theirSigning);
        using var theirKeys = new PayloadDecryptor([theirEncryption]);
        var now = TestAuthority.Start.AddDays(30);
        byte[]? stored = null;

        var sent = ReadmeExample.Send(TestMessages.Document, us, theirEncryption, now);
        var receipt = ReadmeExample.Receive(sent.Mime, theirKeys, them, TestMessages.SigningCertificate, now, document => stored = document.ToArray());
        Assert.Equal(TestMessages.Document, stored);
        Assert.True(ReadmeExample.IsDelivered(sent, receipt));

        stored = null;
        var refusal = ReadmeExample.Receive(sent.Mime, theirKeys, them, theirSigning, now, document => stored = document.ToArray());
        Assert.Null(stored);
        Assert.False(ReadmeExample.IsDelivered(sent, refusal));
    }

    [Fact]
    public void Should_show_the_code_that_was_compiled()
    {
        var code = File.ReadAllText(Path.Combine(Repository.Root, "tests/Hub.UnitTests/Ebxml/ReadmeExample.cs")).ReplaceLineEndings("\n");
        var lines = code.Split("// <readme>\n")[1].Split("    // </readme>")[0].TrimEnd().Split('\n').Select(l => l.Length > 4 ? l[4..] : l.TrimStart());
        Assert.Contains(string.Join('\n', lines), File.ReadAllText(Path.Combine(Repository.Root, "src/Hub.Ebxml/README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
