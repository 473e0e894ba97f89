using Hub.Core.Deliveries;
using Hub.Core.Storage;

namespace Hub.Host.Demo;

/// <summary>Writes every document that was sent, as it came over the wire: <c>DELIVERY-FORM.json</c>.</summary>
internal static class DumpFiles
{
    /// <summary>Writes the files.</summary>
    /// <param name="directory">Where; made when missing.</param>
    /// <param name="tenants">The tenants.</param>
    /// <param name="messages">Their messages.</param>
    /// <returns>Number of files.</returns>
    public static int Write(string directory, IReadOnlyList<DemoTenant> tenants, IReadOnlyList<MessageView> messages)
    {
        Directory.CreateDirectory(directory);
        var forms = messages.SelectMany(m => m.Deliveries).ToDictionary(d => d.Row.Id, d => d.Document?.Form ?? d.Row.Mapping);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ledger in tenants.Select(t => t.Journal.Ledger))
        {
            foreach (var effect in ledger.Effects)
                Write(effect.Delivery, effect.Body);
            foreach (var refusal in ledger.Refusals)
                Write(refusal.Delivery, refusal.Body);
        }
        return written.Count;

        void Write(DeliveryId? delivery, byte[]? body)
        {
            if (delivery is not { } id || body is null || !forms.TryGetValue(id, out var form))
                return;
            var name = $"{id}-{form}.json";
            if (written.Add(name))
                File.WriteAllBytes(Path.Combine(directory, name), body);
        }
    }
}
