namespace Hub.Adapters.Json;

/// <summary>The words a field may hold and what they mean. Few, so that a list is faster than a dictionary.</summary>
internal sealed class Choices<T>(params (string Word, T Value)[] words)
    where T : struct
{
    public bool Find(string word, out T value)
    {
        foreach (var (known, meaning) in words)
        {
            if (known == word)
            {
                value = meaning;
                return true;
            }
        }

        value = default;
        return false;
    }

    public override string ToString() => string.Join(", ", words.Select(w => w.Word));
}
