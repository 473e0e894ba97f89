using System.Text;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Transport;

namespace Hub.UnitTests.Ebxml.Transport;

internal static class Wire
{
    internal static WireMessage Message(string body = "--b\r\n\r\nQUJD\r\n--b--\r\n") => new(
        [
            new MimeHeader("From", "a@example.no"),
            new MimeHeader("SOAPAction", "\"ebXML\""),
            new MimeHeader("Content-Type", "multipart/related; type=\"text/xml\"; boundary=b; start=\"<soap@b>\""),
        ],
        Encoding.ASCII.GetBytes(body));

    /// <summary>A folder of its own, gone when the test ends.</summary>
    internal sealed class Folder : IDisposable
    {
        internal string Path { get; } = Directory.CreateTempSubdirectory("hub-wire").FullName;

        internal string this[params string[] below] => System.IO.Path.Combine([Path, .. below]);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
