using Hub.Kith.Xml;

namespace Hub.Kith.AppRec;

/// <summary>Writes a receipt in the order of the schema. A receipt that was sent is never changed and never written again: keep its bytes.</summary>
public static class ReceiptWriter
{
    /// <summary>The version text of each version; 1.0 has no v before it.</summary>
    /// <param name="version">Version.</param>
    public static string MigVersionOf(AppRecVersion version) => version == AppRecVersion.V10 ? "1.0 2004-11-21" : "v1.1 2012-02-15";

    /// <summary>Writes a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    public static KithWritten Write(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        using var writer = new KithWriter();
        writer.Start(receipt.Version == AppRecVersion.V10 ? KithNamespaces.AppRec10 : KithNamespaces.AppRec11, "AppRec");
        writer.Cs("MsgType", receipt.MsgType);
        writer.Text("MIGversion", receipt.MigVersion ?? MigVersionOf(receipt.Version));
        writer.Text("SoftwareName", receipt.SoftwareName);
        writer.Text("SoftwareVersion", receipt.SoftwareVersion);
        writer.Time("GenDate", receipt.GenDate);
        writer.Text("Id", receipt.Id);
        Party(writer, "Sender", receipt.Sender);
        Party(writer, "Receiver", receipt.Receiver);
        writer.Cs("Status", receipt.Status);
        writer.Cvs("Error", receipt.Errors);
        writer.Start("OriginalMsgId");
        writer.Cs("MsgType", receipt.Original.MsgType);
        writer.Time("IssueDate", receipt.Original.IssueDate);
        writer.Text("Id", receipt.Original.Id);
        writer.End();
        writer.End();
        return writer.Finish();
    }

    private static void Party(KithWriter writer, string name, ReceiptParty party)
    {
        writer.Start(name);
        writer.Cs("Role", party.Role);
        writer.Start("HCP");
        if (party.Inst is not null) Unit(writer, "Inst", party.Inst);
        if (party.HcProf is not null) Unit(writer, "HCProf", party.HcProf);
        writer.Cv("MedSpeciality", party.MedSpeciality);
        if (party.Address is not null) Address(writer, party.Address);
        writer.End();
        writer.End();
    }

    private static void Unit(KithWriter writer, string name, ReceiptUnit unit)
    {
        writer.Start(name);
        if (name is "Dept" or "HCProf") writer.Cs("Type", unit.Type);
        writer.Text("Name", unit.Name);
        writer.Text("Id", unit.Id);
        writer.Cs("TypeId", unit.TypeId);
        foreach (var department in unit.Departments) Unit(writer, "Dept", department);
        foreach (var id in unit.AdditionalIds) Additional(writer, id);
        foreach (var person in unit.Persons) Unit(writer, "HCPerson", person);
        writer.End();
    }

    private static void Additional(KithWriter writer, ReceiptId id)
    {
        writer.Start("AdditionalId");
        writer.Text("Id", id.Id);
        writer.Cs("Type", id.Type);
        writer.End();
    }

    private static void Address(KithWriter writer, ReceiptAddress address)
    {
        writer.Start("Address");
        writer.Cs("Type", address.Type);
        writer.Text("StreetAdr", address.StreetAdr);
        writer.Text("PostalCode", address.PostalCode);
        writer.Text("City", address.City);
        writer.Cs("County", address.County);
        writer.Cs("Country", address.Country);
        writer.Cs("CityDistr", address.CityDistr);
        foreach (var tele in address.TeleAddresses) writer.V("TeleAddress", tele);
        writer.End();
    }
}
