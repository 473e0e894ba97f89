using Hub.Host.Documentation;

namespace Hub.Host.Faces.Operators;

/// <summary>Documentation of the addresses that amend a document.</summary>
internal static class AmendDocs
{
    private const string Which = "For a delivery that was given up or is held, whose document is not signed. Who may see bodies only. ";

    public static readonly FaceDoc Preview = new("previewAmendment", "Operators", "Show what an edited document would change", Which + "The difference is line by line, as diff -u writes it; JSON and XML are laid out anew on both sides. Looking is audited with the reason.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"document":"eyJyZXNvdXJjZVR5cGUiOiJPYnNlcnZhdGlvbiJ9","reason":"the code system was misspelt"}"""),
        Answers =
        [
            new(200, "The difference, and the generation to amend.", MediaTypes.Json, """{"delivery":"4711.1","generation":0,"form":"fhir.observation","mediaType":"application/fhir+json","diff":"--- a/document\n+++ b/document\n"}"""),
            new(400, "A field is at fault, or the document is not well-formed.", MediaTypes.Problem),
            new(404, "There is no such delivery.", MediaTypes.Problem),
            new(409, "Its state does not allow it, or it has no document that can be amended.", MediaTypes.Problem),
            .. OperatorDocs.Bodies,
        ],
    };

    public static readonly FaceDoc Amend = new("amendDelivery", "Operators", "Send an edited document in place of the stored one", Which + "Exactly one copy goes out, under a new generation, so that the receiver does not take it for a repeat; what was stored stays as history. Audited.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"document":"eyJyZXNvdXJjZVR5cGUiOiJPYnNlcnZhdGlvbiJ9","generation":0,"reason":"the code system was misspelt"}"""),
        Answers =
        [
            new(200, "The delivery as it is now.", MediaTypes.Json, """{"deliveries":[{"id":"4711.1","route":"values","partner":"journal","mapping":"fhir.observation","state":"pending","attempts":0,"generation":1,"snapshot":3}]}"""),
            new(400, "A field is at fault, or the document is not well-formed.", MediaTypes.Problem),
            new(404, "There is no such delivery.", MediaTypes.Problem),
            new(409, "Its state does not allow it, it was changed since the preview, or nothing differs.", MediaTypes.Problem),
            .. OperatorDocs.Bodies,
        ],
    };
}
