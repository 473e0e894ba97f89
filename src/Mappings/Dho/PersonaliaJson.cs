using System.Text.Encodings.Web;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Fhir.Patients;

namespace Hub.Mappings.Dho;

/// <summary>The form of personalia: a field that is not known is left out, an empty list is a known nothing.</summary>
internal static class PersonaliaJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Personalia personalia, Envelope envelope, bool named, string id)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("eventId", id);
            json.WriteString("type", "personalia");
            WritePatient(json, personalia, envelope, named);
            json.WriteString("validAt", FhirTimes.Start(personalia.Time).Text);
            json.WriteString("addressProtection", ProtectionOf(personalia.Protection));
            WriteAddresses(json, personalia);
            WriteTelecoms(json, personalia.Telecoms);
            WriteContacts(json, personalia.Contacts);
            WriteServices(json, personalia.Services);
            WriteDoctor(json, personalia);
            json.WriteStartObject("source");
            json.WriteString("event", envelope.SourceId);
            Text(json, "corrects", personalia.Corrects);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WritePatient(Utf8JsonWriter json, Personalia personalia, Envelope envelope, bool named)
    {
        json.WriteStartObject("patient");
        json.WriteString("nationalId", envelope.Patient.Id.Value);
        if (named)
        {
            json.WriteStartObject("name");
            if (personalia is { Given: null, Middle: null, Family: null })
                Text(json, "text", envelope.Patient.Name);
            Text(json, "given", personalia.Given);
            Text(json, "middle", personalia.Middle);
            Text(json, "family", personalia.Family);
            json.WriteEndObject();
        }

        Text(json, "birthDate", personalia.BirthDate);
        Text(json, "gender", personalia.Gender);
        Text(json, "language", personalia.Language);
        json.WriteBoolean("deceased", personalia.Deceased);
        json.WriteEndObject();
    }

    // The vendor is told that there is an address it does not get, so that nobody believes that it is missing.
    private static void WriteAddresses(Utf8JsonWriter json, Personalia personalia)
    {
        if (ProtectedHome.Hides(personalia))
            return;
        json.WriteStartArray("addresses");
        foreach (var address in personalia.Addresses)
        {
            json.WriteStartObject();
            Text(json, "use", address.Use);
            json.WriteStartArray("lines");
            foreach (var line in address.Lines)
                json.WriteStringValue(line);
            json.WriteEndArray();
            Text(json, "postalCode", address.PostalCode);
            Text(json, "city", address.City);
            Text(json, "municipality", address.MunicipalityCode);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTelecoms(Utf8JsonWriter json, IReadOnlyList<Telecom> telecoms)
    {
        json.WriteStartArray("telecoms");
        foreach (var telecom in telecoms)
        {
            json.WriteStartObject();
            json.WriteString("system", telecom.System);
            json.WriteString("value", telecom.Value);
            Text(json, "use", telecom.Use);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteContacts(Utf8JsonWriter json, IReadOnlyList<ContactPerson> contacts)
    {
        json.WriteStartArray("contacts");
        foreach (var contact in contacts)
        {
            json.WriteStartObject();
            json.WriteString("name", contact.Name);
            Text(json, "relation", contact.Relation);
            json.WriteBoolean("nextOfKin", contact.NextOfKin);
            json.WriteBoolean("hasKey", contact.HasKey);
            WriteTelecoms(json, contact.Telecoms);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteServices(Utf8JsonWriter json, IReadOnlyList<GrantedService> services)
    {
        json.WriteStartArray("services");
        foreach (var service in services)
        {
            json.WriteStartObject();
            Text(json, "system", service.Code.System);
            json.WriteString("code", service.Code.Code);
            Text(json, "name", service.Code.Display);
            if (service.From is { } from)
                json.WriteString("from", from);
            if (service.To is { } to)
                json.WriteString("to", to);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDoctor(Utf8JsonWriter json, Personalia personalia)
    {
        if (personalia is { GeneralPractitioner: null, GeneralPractitionerHer: null })
            return;
        json.WriteStartObject("generalPractitioner");
        Text(json, "name", personalia.GeneralPractitioner?.Name);
        if (personalia.GeneralPractitioner?.Id is { } id)
        {
            json.WriteStartObject("id");
            Text(json, "system", id.System);
            json.WriteString("value", id.Value);
            json.WriteEndObject();
        }

        if (personalia.GeneralPractitionerHer is { } her)
            json.WriteNumber("herId", her);
        json.WriteEndObject();
    }

    private static string ProtectionOf(AddressProtection protection) => protection switch
    {
        AddressProtection.Confidential => "confidential",
        AddressProtection.StrictlyConfidential => "strictly-confidential",
        _ => "none",
    };

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (FhirWords.Text(text) is { } known)
            json.WriteString(name, known);
    }
}
