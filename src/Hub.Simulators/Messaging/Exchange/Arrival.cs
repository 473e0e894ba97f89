using Hub.Ebxml.Addressing;
using Hub.Ebxml.Certificates;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Signing;

namespace Hub.Simulators.Messaging;

/// <summary>A message that came, examined.</summary>
/// <param name="Received">The message taken apart.</param>
/// <param name="Peer">Who sent it; null when that is nobody known.</param>
/// <param name="Digests">What its signature covers; empty without a valid one.</param>
/// <param name="Findings">Everything that stands against it.</param>
/// <param name="Documents">The documents, opened.</param>
internal sealed record Arrival(
    ReceivedMessage Received, CounterpartPeer? Peer, IReadOnlyList<DigestReference> Digests, IReadOnlyList<Finding> Findings, IReadOnlyList<ReadOnlyMemory<byte>> Documents)
{
    private static readonly CertificateCheck Pinned = new(null, null);

    public EbxmlMessage? Message => Received.Message;

    public static Arrival Of(Msh msh, ReceivedMessage received)
    {
        var findings = new List<Finding>([.. received.Mime.Findings, .. received.Document?.Findings ?? []]);
        if (received.Message is not { } message)
            return new Arrival(received, null, [], findings, []);
        var header = message.Header;
        var peer = header.From.Her is { } her ? msh.Peers.GetValueOrDefault(her) : null;
        if (peer is null)
            Add(29, ErrorCodes.ValueNotRecognized, "//eb:From/eb:PartyId", "The sender is not known here.");
        if (header.To.Her != msh.Options.Party.ServiceHer)
            Add(54, ErrorCodes.ValueNotRecognized, "//eb:To/eb:PartyId", "The receiver is not at this address.");
        if (header is { From.Her: { } from, To.Her: { } to } && !DefaultAgreement.IsIdFor(header.CpaId, from, to))
            Add(12, ErrorCodes.ValueNotRecognized, "//eb:CPAId", "There is no such agreement.");
        if (message.Body is PayloadBody)
            findings.AddRange(AddressRule.Check(header));
        var signature = received.Verify(SignaturePolicy.Profile);
        if (signature is not ValidSignature valid)
        {
            Add((signature as InvalidSignature)?.Rule ?? 45, ErrorCodes.SecurityFailure, "//ds:Signature", (signature as InvalidSignature)?.Text ?? "There is no signature.");
            return new Arrival(received, peer, [], findings, []);
        }
        if (Pinned.Decide(valid.Certificate, CertificatePurpose.Signing, header.Timestamp, msh.Now, peer?.Signing ?? []) is CertificateRefused refused)
            Add(44, ErrorCodes.SecurityFailure, "//ds:X509Certificate", refused.Text);
        return new Arrival(received, peer, valid.References, findings, Open(msh, received, findings));

        void Add(int rule, string code, string path, string text) => findings.Add(new Finding(rule, FindingSeverity.Error, code, path, text));
    }

    private static List<ReadOnlyMemory<byte>> Open(Msh msh, ReceivedMessage received, List<Finding> findings)
    {
        var documents = new List<ReadOnlyMemory<byte>>();
        if (received.Message!.Body is not PayloadBody)
            return documents;
        foreach (var payload in received.OpenPayloads(new OpenOptions { Decryptor = msh.Decryptor }))
        {
            if (payload.Document is { } document)
                documents.Add(document);
            else
                findings.Add(new Finding(264, FindingSeverity.Error, ErrorCodes.SecurityFailure, ContentIds.ToUri(payload.Attachment.ContentId), payload.Fault!.Text));
            if (payload.Cipher is null)
                findings.Add(new Finding(259, FindingSeverity.Error, ErrorCodes.SecurityFailure, ContentIds.ToUri(payload.Attachment.ContentId), "The document is not encrypted."));
        }
        return documents;
    }
}
