using Hub.Kith.Types;

namespace Hub.Kith.Xml;

/// <summary>Writes the base data types. Nothing is written for <see langword="null"/>.</summary>
public static class KithWriterTypes
{
    /// <summary>Writes a CS.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="name">Local name.</param>
    /// <param name="code">Value.</param>
    public static void Cs(this KithWriter writer, string name, CS? code)
    {
        if (code is null) return;
        writer.Start(name);
        writer.Attribute("V", code.V);
        writer.Attribute("DN", code.DN);
        writer.End();
    }

    /// <summary>Writes a CV.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="name">Local name.</param>
    /// <param name="code">Value.</param>
    public static void Cv(this KithWriter writer, string name, CV? code)
    {
        if (code is null) return;
        writer.Start(name);
        writer.Attribute("V", code.V);
        writer.Attribute("S", code.S);
        writer.Attribute("DN", code.DN);
        writer.Attribute("OT", code.OT);
        writer.End();
    }

    /// <summary>Writes several CV of one name.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="name">Local name.</param>
    /// <param name="codes">Values.</param>
    public static void Cvs(this KithWriter writer, string name, IEnumerable<CV> codes)
    {
        foreach (var code in codes) writer.Cv(name, code);
    }

    /// <summary>Writes a TS (attribute V).</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="name">Local name.</param>
    /// <param name="time">Value.</param>
    public static void Ts(this KithWriter writer, string name, TS? time)
    {
        if (time is not null) writer.V(name, time.V);
    }

    /// <summary>Writes a date or dateTime as text.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="name">Local name.</param>
    /// <param name="time">Value.</param>
    public static void Time(this KithWriter writer, string name, TS? time) => writer.Text(name, time?.V);

    /// <summary>Writes a BL (attribute V).</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="name">Local name.</param>
    /// <param name="value">Value.</param>
    public static void Bl(this KithWriter writer, string name, bool? value)
    {
        if (value is { } truth) writer.V(name, truth ? "true" : "false");
    }

    /// <summary>Writes a truth value as text.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="name">Local name.</param>
    /// <param name="value">Value.</param>
    public static void Flag(this KithWriter writer, string name, bool? value)
    {
        if (value is { } truth) writer.Text(name, truth ? "true" : "false");
    }

    /// <summary>Writes a PQ.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="name">Local name.</param>
    /// <param name="quantity">Value.</param>
    public static void Pq(this KithWriter writer, string name, PQ? quantity)
    {
        if (quantity is null) return;
        writer.Start(name);
        writer.Attribute("V", quantity.V);
        writer.Attribute("U", quantity.U);
        writer.End();
    }

    /// <summary>Writes an element with the attribute V, which is left out when it is <see langword="null"/>.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="name">Local name.</param>
    /// <param name="value">Value.</param>
    public static void V(this KithWriter writer, string name, string? value)
    {
        writer.Start(name);
        writer.Attribute("V", value);
        writer.End();
    }
}
