using System.Globalization;
using System.Text.Json;

namespace Hub.Simulators.Dignio;

/// <summary>Reads the hub's answer to a post: the message numbers in every list <c>messages</c>.</summary>
internal static class HubAnswer
{
    public static IReadOnlyList<long> MessageIds(byte[] answer)
    {
        var ids = new List<long>();
        var reader = new Utf8JsonReader(answer);
        var within = false;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                    within = reader.ValueTextEquals("messages"u8);
                else if (within && reader.TokenType == JsonTokenType.String && long.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                    ids.Add(id);
            }
        }
        catch (JsonException)
        {
            return [];
        }
        return ids;
    }
}
