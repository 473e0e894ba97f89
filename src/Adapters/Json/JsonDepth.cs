namespace Hub.Adapters.Json;

/// <summary>How deep a text nests, read without building anything.</summary>
internal static class JsonDepth
{
    /// <summary>Whether objects and arrays nest deeper than a limit anywhere before the text ends or breaks.</summary>
    public static bool Exceeds(ReadOnlySpan<byte> text, int limit)
    {
        var depth = 0;
        var inText = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'"':
                    inText = !inText;
                    break;
                case (byte)'\\' when inText:
                    i++;
                    break;
                case (byte)'{' or (byte)'[' when !inText:
                    if (++depth > limit)
                        return true;
                    break;
                case (byte)'}' or (byte)']' when !inText:
                    depth--;
                    break;
            }
        }

        return false;
    }
}
