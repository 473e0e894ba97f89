using System.Text;
using System.Text.Json;
using Hub.Fhir.Model;

namespace Hub.Fhir.Json.Reading;

/// <summary>Deals with members the shape does not know: those FHIR knows are kept as read, others are refused or listed as left out.</summary>
internal static class RestReader
{
    /// <summary>True when the member was kept.</summary>
    internal static bool Read(
        ref Utf8JsonReader reader, ReadContext context, string typeName, Func<string, bool> isPrimitive, ref FhirListReader<RawElement> rest)
    {
        var name = reader.GetString() ?? "";
        reader.Read();
        context.Enter(MayBeShown(name) ? name : "?");
        var kept = false;
        if (name is ['_', .. var plain] && isPrimitive(plain) || UnmodelledNames.Has(typeName, name))
            kept = Keep(ref reader, context, name, ref rest);
        else
            LeaveOut(ref reader, context);
        context.Leave();
        return kept;
    }

    private static bool Keep(ref Utf8JsonReader reader, ReadContext context, string name, ref FhirListReader<RawElement> rest)
    {
        foreach (var earlier in rest.Items)
        {
            if (earlier.Name != name)
                continue;
            context.Error(JsonRules.DuplicateKey);
            reader.Skip();
            return false;
        }

        context.Note(kept: true);
        var json = new StringBuilder();
        if (!RawCopy.TryCopy(ref reader, context, json))
            return false;
        rest.Add(new RawElement(name, json.ToString()));
        return true;
    }

    private static void LeaveOut(ref Utf8JsonReader reader, ReadContext context)
    {
        context.Note(kept: false);
        context.Fault(JsonRules.UnknownProperty, "element unknown to FHIR R4 left out");
        reader.Skip();
    }

    // A sender's mistake can make a name or a number the name of a member; only what looks like an element name is repeated.
    private static bool MayBeShown(string name) =>
        name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && name.Count(char.IsAsciiDigit) < 6;
}
