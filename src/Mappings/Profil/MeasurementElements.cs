using System.Globalization;
using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;
using static Hub.Mappings.Profil.ProfilElements;

namespace Hub.Mappings.Profil;

/// <summary>A measurement as <c>maling</c>, for the journal's table of values: every field of it, digits kept.</summary>
internal static class MeasurementElements
{
    public static XElement Of(Measurement m, int no, MappingLedger ledger)
    {
        Account(m, ledger);
        return Make(
            "maling",
            Attribute("nr", no),
            Attribute("parameter", ProfilCodes.Parameter(m.What)),
            Attribute("navn", Values.Kind(m.What)),
            Attribute("status", ProfilCodes.ValueStatus(m.Status)),
            Attribute("trafikklys", ProfilCodes.Light(m.Triage)),
            Attribute("retter", m.Corrects),
            Time("tidspunkt", m.Time),
            Time("registrert", m.Issued),
            Value(m.Value),
            m.Components.Select(Part),
            m.Thresholds.Select(Limit),
            Concept("tolkning", m.Interpretation),
            Concept("malested", m.BodySite),
            Concept("metode", m.Method),
            Device(m.Device),
            m.Performers.Select(p => Party("utfort", p)),
            m.Notes.Select(n => Text("merknad", n)),
            m.Originals.Select(Original),
            Concept("kilde", m.Codes),
            m.Categories.Select(c => Concept("kategori", c)),
            m.Identifiers.Select(Id));
    }

    private static XElement Part(MeasurementComponent part) => Make(
        "del",
        Attribute("parameter", ProfilCodes.Parameter(part.Name)),
        Attribute("navn", part.Name is null ? null : Values.Kind(part.Name)),
        Value(part.Value),
        part.Thresholds.Select(Limit),
        Concept("tolkning", part.Interpretation),
        Concept("kilde", part.Codes));

    private static XElement? Value(Measured? value) => value switch
    {
        { Quantity: { } quantity } => Quantity("verdi", quantity),
        { Code: { } code } => Concept("kodeverdi", code),
        { Text: { } text } => Text("tekstverdi", text),
        { Integer: { } whole } => Make("verdi", new XAttribute("tall", whole.ToString(CultureInfo.InvariantCulture)), new XAttribute("ucum", "1")),
        { Absent: { } absent } => Concept("mangler", absent),
        _ => null,
    };

    private static XElement Limit(Threshold limit) => Make(
        "grense", Attribute("niva", ProfilCodes.Light(limit.Level)), Attribute("tekst", limit.Text), Quantity("lav", limit.Low), Quantity("hoy", limit.High));

    private static XElement? Device(DeviceInfo? device) => device is null ? null : Make(
        "utstyr",
        Attribute("navn", device.Name),
        Attribute("produsent", device.Manufacturer),
        Attribute("modell", device.Model),
        Attribute("serienummer", device.Serial),
        device.Identifiers.Select(Id),
        Concept("type", device.Type));

    private static XElement Original(OriginalValue original) => Make(
        "sendtSom", Attribute("del", original.Component), Number("tall", original.Value), Attribute("enhet", original.Unit));

    private static void Account(Measurement m, MappingLedger ledger)
    {
        foreach (var (field, present, target) in new[]
        {
            ("What", true, "maling/@parameter"), ("Time", true, "maling/tidspunkt"), ("Status", true, "maling/@status"), ("Triage", m.Triage != Triage.None, "maling/@trafikklys"),
            ("Corrects", m.Corrects is not null, "maling/@retter"), ("Issued", m.Issued is not null, "maling/registrert"), ("Value", m.Value is not null, "maling/verdi"),
            ("Components", m.Components.Count > 0, "maling/del"), ("Thresholds", m.Thresholds.Count > 0, "maling/grense"), ("Interpretation", m.Interpretation is not null, "maling/tolkning"),
            ("BodySite", m.BodySite is not null, "maling/malested"), ("Method", m.Method is not null, "maling/metode"), ("Device", m.Device is not null, "maling/utstyr"),
            ("Performers", m.Performers.Count > 0, "maling/utfort"), ("Notes", m.Notes.Count > 0, "maling/merknad"), ("Originals", m.Originals.Count > 0, "maling/sendtSom"),
            ("Codes", m.Codes.Codings.Count > 0 || m.Codes.Text is not null, "maling/kilde"), ("Categories", m.Categories.Count > 0, "maling/kategori"), ("Identifiers", m.Identifiers.Count > 0, "maling/id"),
        })
            ledger.AddIf(present, Line.To(field, target));
        ledger.AddIf(m.Device?.Gateway is not null, Line.Left("Device.Gateway", "Name and serial number tell the device"));
    }
}
